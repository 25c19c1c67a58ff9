import type { NetworkChange } from "../../footprint/diff";
import { type ClusterModel, diff, NetworkInputError } from "../../network";
import type { ReadSide } from "./side";

/** Pairs of workloads that are compared: of more it takes minutes, and a comment has no room for them. */
const MOST_PAIRS = 250_000;

/** What changed of who may connect to whom, and of which options that is undetermined. */
export interface NetworkOfSides {
  /** By option; one without an entry is not compared. */
  readonly network: ReadonlyMap<string, readonly NetworkChange[]>;
  readonly notes: readonly string[];
}

/** Who may newly connect to whom, of the options that have workloads on both sides. */
export async function networkOf(before: ReadSide, after: ReadSide): Promise<NetworkOfSides> {
  const network = new Map<string, readonly NetworkChange[]>();
  const notes: string[] = [];
  for (const { id, model } of after.options) {
    const was = await before.options.find((option) => option.id === id)?.model?.();
    const is = await model?.();
    if (was === undefined || is === undefined || was.workloads.length + is.workloads.length === 0) continue;
    const found = changesOf(was, is);
    if (typeof found === "string") notes.push(`${id}: network connections are not compared: ${found}`);
    else network.set(id, found);
  }
  return { network, notes };
}

/** The changes, or why they are undetermined. */
function changesOf(was: ClusterModel, is: ClusterModel): readonly NetworkChange[] | string {
  if (isPlain(was) && isPlain(is) && textOf(was) === textOf(is)) return [];
  const most = Math.max(was.workloads.length, is.workloads.length);
  if (most * most > MOST_PAIRS) return `${most} workloads; \`weighbridge network diff\` compares them`;
  try {
    return diff(was, is);
  } catch (error) {
    if (!(error instanceof NetworkInputError)) throw error;
    const [first = ""] = error.message.split("\n");
    return first;
  }
}

/** True for objects of Kubernetes alone, which are JSON; rules of firewalls have sets of addresses. */
function isPlain({ firewalls = [] }: ClusterModel): boolean {
  return firewalls.length === 0;
}

/** Everything of a model that decides, without the places where it is written. */
function textOf(model: ClusterModel): string {
  return JSON.stringify({ ...model, warnings: [] }, (key, value: unknown) => {
    if (key === "origin") return undefined;
    if (typeof value === "bigint") return `${value}n`;
    return value instanceof Map ? [...value] : value;
  });
}
