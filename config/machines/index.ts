import { readFileSync } from "node:fs";
import { packagePath } from "../../files/package-root";

/** What one machine has. */
export interface Machine {
  readonly vcpu: number;
  readonly memoryGiB: number;
  /**
   * Most pods of an EKS node: addresses of its network interfaces, less one each, and two.
   * @default - the cluster says how many
   */
  readonly maxPods?: number;
}

/**
 * Shape of a machine by its instance type; undefined for a type that is not in the table.
 *
 * Sizes of Azure are found whatever their case. A custom size of Google is in its name: `n2-custom-4-8192` has 4 vCPU
 * and 8,192 MiB. Of accelerators and local disks nothing is in the table. Sources and dates: `shapes.json`.
 *
 * @param provider who rents it out: `aws`, `azure` or `google`; others have no table
 */
export function shapeOf(provider: string | undefined, type: string): Machine | undefined {
  if (provider === undefined || !isListed(provider)) return undefined;
  return shapesOf(provider).get(keyOf(provider, type)) ?? (provider === "google" ? custom(type) : undefined);
}

type Listed = "aws" | "azure" | "google";

/** One provider's table: types, separated by spaces, by `<vCPU> <GiB> [<pods of an EKS node>]`. */
interface Table {
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  readonly shapes: Readonly<Record<string, string>>;
}

function isListed(provider: string): provider is Listed {
  return provider === "aws" || provider === "azure" || provider === "google";
}

function keyOf(provider: Listed, type: string): string {
  return provider === "azure" ? type.toLowerCase() : type;
}

const tables = new Map<Listed, ReadonlyMap<string, Machine>>();
let file: Readonly<Record<Listed, Table>> | undefined;

/** Read when the first machine is looked up: most runs look up none. */
function shapesOf(provider: Listed): ReadonlyMap<string, Machine> {
  const known = tables.get(provider);
  if (known !== undefined) return known;
  file ??= JSON.parse(readFileSync(packagePath("config", "machines", "shapes.json"), "utf8")) as Readonly<
    Record<Listed, Table>
  >;
  const table = new Map<string, Machine>();
  for (const [shape, types] of Object.entries(file[provider].shapes)) {
    const [vcpu = 0, memoryGiB = 0, maxPods] = shape.split(" ").map(Number);
    const machine: Machine = maxPods === undefined ? { vcpu, memoryGiB } : { vcpu, memoryGiB, maxPods };
    for (const type of types.split(" ")) table.set(keyOf(provider, type), machine);
  }
  tables.set(provider, table);
  return table;
}

/** `custom-2-4096`, `e2-custom-4-8192`, `n1-custom-4-65536-ext`. */
const CUSTOM = /^(?:[a-z]\d[a-z]?-)?custom-(\d{1,3})-(\d{1,8})(?:-ext)?$/;

/** @see https://cloud.google.com/compute/docs/instances/creating-instance-with-custom-machine-type */
function custom(type: string): Machine | undefined {
  const [, vcpu, mebibytes] = CUSTOM.exec(type) ?? [];
  if (vcpu === undefined || mebibytes === undefined) return undefined;
  return { vcpu: Number(vcpu), memoryGiB: Number(mebibytes) / 1024 };
}
