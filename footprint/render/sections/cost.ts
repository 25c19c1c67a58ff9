import type { ComparedOption } from "../../compare";
import { type Cell, cellOf, type Paragraph, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { NOTHING, row, type Scene, tone, versusLabel } from "./scene";

/** What the review says that each option costs. */
export function costSection(scene: Scene): Section {
  return {
    title: "Cost, USD a month, low–high",
    rows: [
      row(scene, "Review's prices", total, "costUsdPerMonth.high"),
      ...versusCost(scene),
      ...sources(scene),
    ],
  };
}

function total({ measures: { cost } }: ComparedOption): Cell {
  if (cost === undefined) return cellOf("no prices", "dim");
  const bound = cost.unpriced.length > 0 ? "≥ " : "";
  const unpriced: Paragraph[] = cost.unpriced.map((thing) => ({
    text: `unpriced: ${thing}`,
    style: "magenta",
    hang: 2,
  }));
  return { paragraphs: [{ text: bound + say.range(cost.low, cost.high) }, ...unpriced] };
}

function versusCost({ comparison, options }: Scene): Row[] {
  const priced = comparison.options.some(({ measures }) => measures.cost !== undefined);
  if (comparison.options.length < 2 || !priced) return [];
  const cell = ({ id, difference }: ComparedOption): Cell => {
    if (id === comparison.baseline) return cellOf("baseline", "dim");
    const [low, high] = [difference["costUsdPerMonth.low"], difference["costUsdPerMonth.high"]];
    if (low === undefined || high === undefined) return cellOf("not known", "dim");
    const style = tone(high.absolute);
    const paragraphs: Paragraph[] = [
      {
        text: `${say.boundSign(high.bound)}${say.signed(low.absolute)} to ${say.signed(high.absolute)}`,
        style,
      },
    ];
    if (low.percent !== undefined && high.percent !== undefined) {
      paragraphs.push({
        text: `(${say.signedPercent(low.percent)} to ${say.signedPercent(high.percent)})`,
        style,
      });
    }
    return { paragraphs };
  };
  return [{ label: versusLabel(comparison), cells: options.map(cell) }];
}

function sources(scene: Scene): Row[] {
  if (scene.options.every(({ measures }) => measures.cost === undefined)) return [];
  return [
    {
      label: { text: "as of", style: "dim", indent: 2 },
      cells: scene.options.map(({ measures: { cost } }) => cellOf(cost?.book.asOf ?? NOTHING, "dim")),
    },
  ];
}
