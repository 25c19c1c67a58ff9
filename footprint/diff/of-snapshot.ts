import { OUTSIDE } from "../figures/reach";
import { FIGURE_PATHS } from "../figures/registry/paths";
import type { Snapshot, SnapshotValue } from "../snapshot/snapshot";
import type { ListName, SideOption } from "./side";

/** Members of a snapshot that a diff compares; one that is absent is not recorded. */
export type SnapshotParts = Partial<Omit<Snapshot, "snapshotVersion" | "option">>;

const ENTRY = `${OUTSIDE} -> `;

/** The lists of a side from the members of a snapshot. */
export function listsOf(snapshot: SnapshotParts): SideOption["lists"] {
  const { reach, unread, unknowns, supplyChains, singlePointsOfFailure } = snapshot;
  const lists: Readonly<Record<ListName, ReadonlyMap<string, string> | undefined>> = {
    workloads: texts(snapshot.workloads),
    stores: texts(snapshot.stores),
    topics: texts(snapshot.topics),
    singlePoints: singlePointsOfFailure && new Map(singlePointsOfFailure.map(split)),
    failures: texts(snapshot.blastRadius),
    entryPoints: names(
      reach?.filter((line) => line.startsWith(ENTRY)).map((line) => line.slice(ENTRY.length)),
    ),
    connections: names(reach?.filter((line) => !line.startsWith(ENTRY))),
    rollbacks: texts(snapshot.rollBack),
    runtimes: names(supplyChains),
    unresolved: names(unknowns),
    unsupported: texts(unread),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
}

/** Figures of a snapshot: one that it does not have is none of the option's. */
export function figuresOf({ figures = {}, atLeast = [] }: SnapshotParts): SideOption["figures"] {
  const bounds = new Set(atLeast);
  return new Map(
    FIGURE_PATHS.map(({ path }) => {
      const value = Object.hasOwn(figures, path) ? figures[path] : undefined;
      return [path, value === undefined ? undefined : { value, atLeast: bounds.has(path) }];
    }),
  );
}

function texts(
  record: Readonly<Record<string, SnapshotValue>> | undefined,
): ReadonlyMap<string, string> | undefined {
  return (
    record && new Map(Object.entries(record).map(([name, value]) => [name, String(value ?? "unresolved")]))
  );
}

function names(list: readonly string[] | undefined): ReadonlyMap<string, string> | undefined {
  return list && new Map(list.map((name) => [name, ""]));
}

/** `store db: single copy`: the thing, and why. */
function split(text: string): [string, string] {
  const at = text.indexOf(": ");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 2)];
}
