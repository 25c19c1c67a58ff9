import type { Point } from "../figures/figure";
import { resourcesResolved } from "../figures/hidden";
import type { Measured } from "../figures/registry";
import { snapshotOfMeasured } from "../snapshot/snapshot";
import { DIFF_FIGURES, pathsOf } from "./figures";
import { listsOf } from "./of-snapshot";
import { resourcesOf } from "./resources";
import type { SideOption } from "./side";

/** One side of an option from its footprint, measured with the prices that both sides have. */
export function sideOption(option: Measured): SideOption {
  const of = (point: Point) => (figure: (typeof DIFF_FIGURES)[number]) => figure.of(option, point);
  return {
    id: option.footprint.id,
    figures: new Map(
      DIFF_FIGURES.flatMap((figure) =>
        pathsOf(figure).map(({ point, path }) => [path, of(point)(figure)] as const),
      ),
    ),
    kinds: new Map(
      DIFF_FIGURES.flatMap(({ key, kindOf }) =>
        kindOf === undefined ? [] : [[key, kindOf(option)] as const],
      ),
    ),
    unset: unsetOf(option),
    lists: listsOf(snapshotOfMeasured(option)),
    resources: resourcesOf(option.footprint),
  };
}

function unsetOf(option: Measured): ReadonlyMap<string, string> {
  if (!resourcesResolved(option.footprint)) return new Map();
  return new Map(
    DIFF_FIGURES.flatMap((figure) => {
      const { key, unset } = figure;
      const most = figure.of(option, "max");
      return unset !== undefined && most?.atLeast === true && most.value === 0 ? [[key, unset] as const] : [];
    }),
  );
}
