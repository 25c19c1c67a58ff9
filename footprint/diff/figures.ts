import { POINTS, type Point } from "../figures/figure";
import { bounded, type Hiding } from "../figures/hidden";
import { machines } from "../figures/machines";
import { FIGURES, type FigureDefinition, type FigureKey } from "../figures/registry";
import { defineFigure } from "../figures/registry/definition";
import { COUNT, GIB } from "../figures/registry/units";
import type { Span } from "../model";

/** What a change of a figure is about. */
export type FigureGroup = "weight" | "cost" | "failure" | "operations";

/** A figure of a diff. */
export interface DiffFigure extends FigureDefinition {
  readonly group: FigureGroup;
}

const GROUPS: Readonly<Record<FigureKey, FigureGroup>> = {
  pods: "weight",
  "cpuCores.request": "weight",
  "cpuCores.limit": "weight",
  "memoryGiB.request": "weight",
  "memoryGiB.limit": "weight",
  phpWorkers: "weight",
  upstreamConnections: "weight",
  stores: "weight",
  "topics.count": "weight",
  "topics.partitions": "weight",
  "topics.replicas": "weight",
  "costUsdPerMonth.low": "cost",
  "costUsdPerMonth.high": "cost",
  listCostUsdPerMonth: "cost",
  singlePointsOfFailure: "failure",
  stoppedBySinglePoint: "failure",
  rollBackSeconds: "failure",
  supplyChains: "operations",
  outOfSupport: "operations",
  pages: "operations",
};

/** Size of every store once, as the document declares it. */
const storage = defineFigure({
  key: "storageGiB",
  label: "Declared storage",
  unit: GIB,
  better: "lower",
  points: "one",
  of: ({ footprint }) => storageOf(footprint),
});

/** Machines that the option owns. */
const nodes = defineFigure({
  key: "nodes",
  label: "Nodes",
  unit: COUNT,
  better: "lower",
  points: "each",
  of: ({ footprint }, point) => nodesOf({ ...footprint, machines: machines(footprint) }, point),
});

/** Sum of sizes; a lower bound where a store has none. */
export function storageOf(option: Hiding & { readonly stores: readonly { readonly sizeGiB?: number }[] }) {
  const value = option.stores.reduce((sum, { sizeGiB = 0 }) => sum + sizeGiB, 0);
  const atLeast = option.stores.some(({ sizeGiB }) => sizeGiB === undefined);
  return bounded({ value, atLeast }, option);
}

/** Sum of counts; a lower bound where a group has none. */
export function nodesOf(
  option: Hiding & {
    readonly machines: readonly { readonly count?: Span | null }[];
  },
  point: Point,
) {
  const value = option.machines.reduce((sum, { count }) => sum + (count?.[point] ?? 0), 0);
  return bounded({ value, atLeast: option.machines.some(({ count }) => count == null) }, option);
}

/** Every figure that a diff compares: those of the registry, and two sums of their lists. */
export const DIFF_FIGURES: readonly DiffFigure[] = FIGURES.flatMap((figure): DiffFigure[] => {
  const own = { ...figure, group: GROUPS[figure.key] };
  return figure.key === "stores"
    ? [{ ...nodes, group: "weight" }, own, { ...storage, group: "weight" }]
    : [own];
});

/** Paths of a figure: one at each operating point where they differ. */
export function pathsOf({ key, points }: FigureDefinition): readonly { point: Point; path: string }[] {
  return points === "each"
    ? POINTS.map((point) => ({ point, path: `${key}.${point}` }))
    : [{ point: "steady", path: key }];
}

/** The figure of a key. @throws Error for a key that no figure of a diff has */
export function diffFigureOf(key: string): DiffFigure {
  const found = DIFF_FIGURES.find((figure) => figure.key === key);
  if (found === undefined) throw new Error(`no figure '${key}' in a diff`);
  return found;
}
