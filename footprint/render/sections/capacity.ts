import type { ComparedOption } from "../../compare";
import type { RateAtPoints } from "../../figures";
import type { Point } from "../../figures/figure";
import { type Cell, cellOf, type Paragraph, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { figureRows, withCell } from "./figure-rows";
import { NOTHING, row, type Scene } from "./scene";

/** How much the options process at once; no row for what none of them has. */
export function capacitySection(scene: Scene): Section {
  return {
    title: `Capacity at ${scene.comparison.at} (min–max)`,
    rows: [
      ...figureRows(scene, "capacity", { details: { upstreamConnections: withCell(connections) } }),
      ...claimedRates(scene),
    ],
  };
}

function connections({ measures: { capacity } }: ComparedOption, at: Point): Cell {
  const upstream = capacity.connections;
  if (upstream === undefined) return cellOf(NOTHING);
  const { open, caps, budget } = upstream;
  const quota: Paragraph =
    budget === undefined
      ? { text: "no quota given", style: "magenta" }
      : {
          text: `quota ${say.number(budget.connections)}`,
          style: open.max > budget.connections ? "red" : "dim",
        };
  return {
    paragraphs: [
      { text: say.sum(open, at) },
      ...caps.map(({ perPod }): Paragraph => ({ text: `${say.number(perPod)} per pod`, style: "dim" })),
      quota,
    ],
  };
}

function claimedRates(scene: Scene): Row[] {
  const { at } = scene.comparison;
  if (scene.options.every(({ measures }) => measures.capacity.claimedRates.length === 0)) return [];
  return [
    row(scene, "Requests/s claimed by the review", ({ measures: { capacity } }) =>
      capacity.claimedRates.length === 0
        ? cellOf(NOTHING)
        : { paragraphs: capacity.claimedRates.flatMap((rate) => rateTexts(rate, at)) },
    ),
  ];
}

/** `600–1200 for search`, and below it the other two points. */
function rateTexts(rate: RateAtPoints, at: Point): Paragraph[] {
  const rangeAt = (point: Point) => say.range(rate.lowAt[point], rate.highAt[point]);
  return [
    { text: `${rangeAt(at)} for ${rate.of}` },
    { text: `(${rangeAt("min")} to ${rangeAt("max")})`, style: "dim", hang: 1 },
  ];
}
