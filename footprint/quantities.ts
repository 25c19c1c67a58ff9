import { type Figure, POINTS, type Point } from "./figures/figure";
import { LINES, type Line, type LineKey } from "./figures/lines";
import type { Measures } from "./figures/measures";
import type { Footprint } from "./model";

/** One figure of an option under the path at which it stands in the JSON of a comparison. */
export interface Quantity {
  /** `cpuCores.request.max`, `costUsdPerMonth.high`, `singlePointsOfFailure`. */
  readonly path: string;
  readonly line: Line;
  /** Nothing where the option has no such figure. */
  readonly of: (option: { readonly measures: Measures; readonly footprint: Footprint }) => Figure | undefined;
}

/** The lines that differ between the operating points. */
const SPANS: readonly LineKey[] = [
  "pods",
  "cpuCores.request",
  "cpuCores.limit",
  "memoryGiB.request",
  "memoryGiB.limit",
  "phpWorkers",
  "upstreamConnections",
  "rollBackSeconds",
  "listCostUsdPerMonth",
];

/** True for a line that has a figure at each of the three operating points. */
export function isSpan(key: LineKey): boolean {
  return SPANS.includes(key);
}

/** Every figure of an option, in the order of the lines: a line with operating points gives one for each. */
export const QUANTITIES: readonly Quantity[] = LINES.flatMap((line) =>
  isSpan(line.key)
    ? POINTS.map((point) => quantity(line, point, `${line.key}.${point}`))
    : [quantity(line, "steady", line.key)],
);

function quantity(line: Line, point: Point, path: string): Quantity {
  return { path, line, of: ({ measures, footprint }) => line.of(measures, footprint, point) };
}
