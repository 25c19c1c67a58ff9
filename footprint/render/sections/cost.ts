import type { ComparedOption } from "../../compare";
import { hidesMore } from "../../figures/hidden";
import { outdated } from "../../figures/outdated";
import { distinct } from "../../order";
import { type Cell, cellOf, listCell, type Paragraph, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { NOTHING, row, type Scene, tone, versus, versusLabel } from "./scene";

/** What each option costs by its review's prices and by public list prices, and how full its nodes are. */
export function costSection(scene: Scene): Section {
  return {
    title: "Cost, USD a month",
    rows: [
      row(scene, "Review's prices (low–high)", reviewTotal, "costUsdPerMonth.high"),
      ...versusCost(scene),
      ...note(scene, "as of", ({ measures: { cost } }) => cellOf(cost?.book.asOf ?? NOTHING, "dim")),
      row(
        scene,
        `List prices at ${scene.comparison.at} (min–max)`,
        (option) => listTotal(option, scene.comparison.at),
        "listCostUsdPerMonth",
      ),
      ...versus(scene, "listCostUsdPerMonth"),
      ...note(scene, "as of", listDays),
      ...note(scene, "for", ({ measures }) => cellOf(measures.listCost.environments.names.join(", "), "dim")),
      ...note(scene, "assumed", assumed),
      ...note(scene, "unpriced", unpriced),
      ...older(scene),
      ...nodes(scene),
    ],
  };
}

function reviewTotal({ measures: { cost } }: ComparedOption): Cell {
  if (cost === undefined) return cellOf("no prices", "dim");
  const bound = cost.unpriced.length > 0 ? "≥ " : "";
  const unpricedThings: Paragraph[] = cost.unpriced.map((thing) => ({
    text: `unpriced: ${thing}`,
    style: "magenta",
    hang: 2,
  }));
  return { paragraphs: [{ text: bound + say.range(cost.low, cost.high) }, ...unpricedThings] };
}

function listTotal({ measures: { listCost } }: ComparedOption, at: Scene["comparison"]["at"]): Cell {
  if (listCost.lines.length === 0) return cellOf("no prices", "dim");
  const { min, max, atLeast } = listCost;
  const ends = min === max ? "" : ` (${say.range(min, max)})`;
  return cellOf(`${atLeast ? "≥ " : ""}${say.money(listCost[at])}${ends}`);
}

function versusCost({ comparison, options }: Scene): Row[] {
  const priced = comparison.options.some(({ measures }) => measures.cost !== undefined);
  if (comparison.options.length < 2 || !priced) return [];
  const cell = ({ id, difference }: ComparedOption): Cell => {
    if (id === comparison.baseline) return cellOf("baseline", "dim");
    const [low, high] = [difference["costUsdPerMonth.low"], difference["costUsdPerMonth.high"]];
    if (low === undefined || high === undefined) return cellOf("not known", "dim");
    const style = tone(high.absolute);
    const ends = between(say.signed(low.absolute), say.signed(high.absolute));
    const paragraphs: Paragraph[] = [{ text: say.boundSign(high.bound) + ends, style }];
    if (low.percent !== undefined && high.percent !== undefined) {
      const percents = between(say.signedPercent(low.percent), say.signedPercent(high.percent));
      paragraphs.push({ text: `(${percents})`, style });
    }
    return { paragraphs };
  };
  return [{ label: versusLabel(comparison), cells: options.map(cell) }];
}

/** `+125 to +255`, or one end where they are the same. */
function between(low: string, high: string): string {
  return low === high ? low : `${low} to ${high}`;
}

function listDays({ measures: { listCost } }: ComparedOption): Cell {
  if (listCost.asOf === undefined) return cellOf(NOTHING, "dim");
  const { oldest, newest } = listCost.asOf;
  return cellOf(oldest === newest ? oldest : `${oldest} to ${newest}`, "dim");
}

/** How many lines rest on a price that nobody saw on the vendor's own page. */
function assumed({ measures: { listCost } }: ComparedOption): Cell {
  const many = listCost.lines.filter(({ price }) => price.assumed).length;
  if (many === 0) return cellOf(NOTHING, "dim");
  return cellOf(`${say.number(many)} of ${say.count(listCost.lines.length, "line")}`, "magenta");
}

/** Things of one Terraform type together; `weighbridge cost` tells each with its reason. */
function unpriced({ measures: { listCost } }: ComparedOption): Cell {
  const names = distinct(listCost.unpriced.map(({ name }) => name)).map((name) => typeOf(name));
  return listCell(
    distinct(names).map((name) => {
      const many = names.filter((each) => each === name).length;
      return { text: many === 1 ? name : `${name} (${many})`, style: "magenta", hang: 2 };
    }),
    NOTHING,
  );
}

function typeOf(name: string): string {
  const [, type, kind] = TYPE.exec(name) ?? [];
  return type ?? kind ?? name;
}

/** Type of a Terraform address, or kind of a Kubernetes object. */
const TYPE = /^([a-z]+_[a-z0-9_]+)\.|^([A-Z][A-Za-z]+)\//;

/** Only at a date: nothing here reads a clock. */
function older(scene: Scene): Row[] {
  const { asOf } = scene.comparison;
  if (asOf === undefined) return [];
  return note(scene, `older than a year at ${asOf}`, ({ measures: { cost, listCost } }) =>
    listCell(
      outdated(
        [
          ...(cost?.lines ?? []).map(({ book }) => ({ book: book.id, asOf: book.asOf })),
          ...listCost.lines.map(({ price }) => price),
        ],
        asOf,
      ).map(({ book, asOf: day }) => ({ text: `${book}, ${day}`, style: "magenta", hang: 2 })),
      NOTHING,
    ),
  );
}

/** Nodes that the option owns, and what finds no place on them. */
function nodes(scene: Scene): Row[] {
  const { at, options } = scene.comparison;
  if (options.every(({ measures }) => measures.packing === undefined)) return [];
  return [
    row(scene, "Nodes", ({ measures: { packing }, footprint }) =>
      listCell(
        (packing?.groups ?? []).map((group) => ({
          text: `${hidesMore(footprint) ? "≥ " : ""}${say.span(group.nodes, at)} × ${group.instanceType}`,
          hang: 2,
        })),
        NOTHING,
      ),
    ),
    row(scene, "Pods without a node", ({ measures: { packing } }) =>
      listCell(
        [
          ...(packing?.fitsNoNode ?? []).map(({ workload }) => `${workload}: fits no node`),
          ...(packing?.noRoom ?? []).map(
            ({ workload, at: point, pods }) => `${workload}: ${say.number(pods)} at ${point}`,
          ),
        ].map((text) => ({ text, style: "red", hang: 2 })),
        packing === undefined ? NOTHING : "none",
      ),
    ),
  ];
}

/** A dim row below a sum; none where no option has anything to say. */
function note(scene: Scene, label: string, cell: (option: ComparedOption) => Cell): Row[] {
  const all = scene.comparison.options.map(cell);
  if (all.every(({ paragraphs }) => paragraphs[0]?.text === NOTHING)) return [];
  return [{ label: { text: label, style: "dim", indent: 2, hang: 2 }, cells: scene.options.map(cell) }];
}
