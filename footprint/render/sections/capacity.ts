import type { ComparedOption } from "../../compare";
import type { RateAtPoints } from "../../figures";
import type { Point } from "../../figures/figure";
import { type Cell, cellOf, type Paragraph, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { NOTHING, row, type Scene, versusWhereKnown } from "./scene";

/** How much the options work on at once; no row of what none of them has. */
export function capacitySection(scene: Scene): Section {
  const has = (of: (option: ComparedOption) => unknown) => scene.options.some((option) => of(option));
  const rows: Row[] = [];
  if (has(({ measures }) => measures.capacity.phpWorkers)) {
    rows.push(
      row(scene, "PHP workers", workers(scene), "phpWorkers"),
      ...versusWhereKnown(scene, "phpWorkers"),
    );
  }
  if (has(({ measures }) => measures.capacity.connections)) {
    rows.push(
      row(scene, "Connections upstream", connections(scene), "upstreamConnections"),
      ...versusWhereKnown(scene, "upstreamConnections"),
    );
  }
  if (has(({ measures }) => measures.capacity.claimedRates.length > 0)) {
    rows.push(row(scene, "RPS, as the review claims", rates(scene)));
  }
  return { title: `Capacity at ${scene.comparison.at} (min–max)`, rows };
}

function workers({ comparison: { at } }: Scene) {
  return ({ measures: { capacity } }: ComparedOption): Cell =>
    cellOf(capacity.phpWorkers === undefined ? NOTHING : say.sum(capacity.phpWorkers, at));
}

function connections({ comparison: { at } }: Scene) {
  return ({ measures: { capacity } }: ComparedOption): Cell => {
    const upstream = capacity.connections;
    if (upstream === undefined) return cellOf(NOTHING);
    const { open, caps, budget } = upstream;
    const caption: Paragraph[] = caps.map(({ perPod }) => ({
      text: `${say.number(perPod)} a pod`,
      style: "dim",
    }));
    const granted: Paragraph =
      budget === undefined
        ? { text: "budget not known", style: "magenta" }
        : {
            text: `${say.number(budget.connections)} granted`,
            style: open.max > budget.connections ? "red" : "dim",
          };
    return { paragraphs: [{ text: say.sum(open, at) }, ...caption, granted] };
  };
}

function rates({ comparison: { at } }: Scene) {
  return ({ measures: { capacity } }: ComparedOption): Cell =>
    capacity.claimedRates.length === 0
      ? cellOf(NOTHING)
      : { paragraphs: capacity.claimedRates.flatMap((rate) => rateTexts(rate, at)) };
}

/** `600–1200 for search`, and below it the other two points. */
function rateTexts(rate: RateAtPoints, at: Point): Paragraph[] {
  const told = (point: Point) => say.range(rate.lowAt[point], rate.highAt[point]);
  return [
    { text: `${told(at)} for ${rate.of}` },
    { text: `(${told("min")} to ${told("max")})`, style: "dim", hang: 1 },
  ];
}
