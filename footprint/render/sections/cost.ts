import type { Currency } from "../../../config/prices";
import { typeOf } from "../../address";
import type { ComparedOption } from "../../compare";
import { hidesMore } from "../../figures/hidden";
import { outdated } from "../../figures/outdated";
import { distinct, grouped } from "../../order";
import { type Cell, cellOf, listCell, type Paragraph, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { type FigureRows, figureRows } from "./figure-rows";
import { NOTHING, row, type Scene, tone, versus, versusLabel } from "./scene";

/** The estimate from each option's review, the cost at public list prices, and how full its nodes are. */
export function costSection(scene: Scene): Section {
  return {
    title: "Cost (USD/month)",
    rows: [
      ...figureRows(scene, "cost", {
        titleUnits: ["USD/month"],
        details: { "costUsdPerMonth.high": reviewRows, listCostUsdPerMonth: listRows },
      }),
      ...older(scene),
      ...nodes(scene),
    ],
  };
}

const reviewRows: FigureRows = (scene, { key, range, label }) => [
  row(scene, `${range?.label ?? label} (low–high)`, reviewTotal, key),
  ...versusCost(scene),
  ...note(scene, "in another currency", reviewCurrency),
  ...note(scene, "as of", ({ measures: { cost } }) => cellOf(cost?.book.asOf ?? NOTHING, "dim")),
];

const listRows: FigureRows = (scene, figure, label) => {
  const { at } = scene.comparison;
  return [
    row(scene, `${label} at ${at} (min–max)`, (option) => listTotal(option, at), figure.key),
    ...versus(scene, figure),
    ...note(scene, "in another currency", listCurrency(at)),
    ...note(scene, "as of", listDays),
    ...note(scene, "discounts", discounts),
    ...note(scene, "usage file", usage),
    ...note(scene, "environments", ({ measures }) =>
      cellOf(measures.listCost.environments.names.join(", "), "dim"),
    ),
    ...note(scene, "assumed", assumed),
    ...note(scene, "not priced", unpriced),
  ];
};

function reviewTotal({ measures: { cost } }: ComparedOption): Cell {
  if (cost === undefined) return cellOf("no prices", "dim");
  const bound = cost.unpriced.length > 0 ? "≥ " : "";
  const unpricedThings: Paragraph[] = cost.unpriced.map((thing) => ({
    text: `not priced: ${thing}`,
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
  const cell = ({ baseline, difference }: ComparedOption): Cell => {
    if (baseline === undefined) return cellOf("baseline", "dim");
    const [low, high] = [difference["costUsdPerMonth.low"], difference["costUsdPerMonth.high"]];
    if (low === undefined || high === undefined) return cellOf(say.UNDETERMINED, "dim");
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

function reviewCurrency({ measures: { cost } }: ComparedOption): Cell {
  if (cost?.currency === undefined) return cellOf(NOTHING, "dim");
  const [low, high] = [cost.low, cost.high].map((usd) => say.money(usd * (cost.currency?.perUsd ?? 1)));
  return converted(`${cost.currency.code} ${low === high ? low : `${low}–${high}`}`, cost.currency);
}

function listCurrency(at: Scene["comparison"]["at"]) {
  return ({ measures: { listCost } }: ComparedOption): Cell =>
    listCost.currency === undefined || listCost.lines.length === 0
      ? cellOf(NOTHING, "dim")
      : converted(
          `${listCost.atLeast ? "≥ " : ""}${say.inCurrency(listCost[at], listCost.currency)}`,
          listCost.currency,
        );
}

function converted(text: string, { code, perUsd, asOf, source }: Currency): Cell {
  return listCell([
    { text },
    { text: `${perUsd} ${code} per USD, ${asOf}, ${source}`, style: "dim", hang: 2 },
  ]);
}

/** The user's own rates, with how many line items each applies to. */
function discounts({ measures: { listCost } }: ComparedOption): Cell {
  const texts = listCost.lines.flatMap(({ price: { discount } }) =>
    discount === undefined ? [] : [`${discount.percent} % off: ${discount.why}, ${discount.book}`],
  );
  return listCell(
    distinct(texts).map((text) => ({
      text: `${text} (${say.count(texts.filter((each) => each === text).length, "line item")})`,
      hang: 2,
    })),
    NOTHING,
  );
}

/** How many line items rest on figures of a usage file; `weighbridge cost` lists the figures. */
function usage({ measures: { listCost } }: ComparedOption): Cell {
  const files = listCost.lines.flatMap(({ assumed: figures }) => figures?.file ?? []);
  return listCell(
    distinct(files).map((file) => ({
      text: `${say.count(files.filter((each) => each === file).length, "line item")}: ${file}`,
      hang: 2,
    })),
    NOTHING,
  );
}

function listDays({ measures: { listCost } }: ComparedOption): Cell {
  if (listCost.asOf === undefined) return cellOf(NOTHING, "dim");
  const { oldest, newest } = listCost.asOf;
  return cellOf(oldest === newest ? oldest : `${oldest} to ${newest}`, "dim");
}

/** How many line items use a price that was not seen on the vendor's own page. */
function assumed({ measures: { listCost } }: ComparedOption): Cell {
  const many = listCost.lines.filter(({ price }) => price.assumed).length;
  if (many === 0) return cellOf(NOTHING, "dim");
  return cellOf(`${say.number(many)} of ${say.count(listCost.lines.length, "line item")}`, "magenta");
}

/** Things of one type that are listed by name; more are counted. */
const MOST_OF_A_TYPE = 3;

/** Many of one type in one line with their number; `weighbridge cost` lists each with its reason. */
function unpriced({ measures: { listCost }, footprint: { charges } }: ComparedOption): Cell {
  const charged = new Map(charges.map(({ id, name }) => [name, typeOf(id)]));
  const names = distinct(listCost.unpriced.map(({ name }) => name));
  const texts = [...grouped(names, (name) => typeOf(name) ?? charged.get(name) ?? name)].flatMap(
    ([type, same]) => {
      if (same.length <= MOST_OF_A_TYPE && same.every((name) => typeOf(name) === undefined)) return same;
      return same.length === 1 ? [type] : [`${type} (${same.length})`];
    },
  );
  return listCell(
    distinct(texts).map((text) => ({ text, style: "magenta", hang: 2 })),
    NOTHING,
  );
}

/** Only at a date: nothing here reads a clock. */
function older(scene: Scene): Row[] {
  const { asOf } = scene.comparison;
  if (asOf === undefined) return [];
  return note(scene, `older than a year at ${asOf}`, ({ measures: { cost, listCost } }) =>
    listCell(
      outdated(
        [
          ...(cost?.lines ?? []).flatMap(({ book: { id: book, asOf: day } }) =>
            day === undefined ? [] : [{ book, asOf: day }],
          ),
          ...listCost.lines.map(({ price }) => price),
        ],
        asOf,
      ).map(({ book, asOf: day }) => ({ text: `${book}, ${day}`, style: "magenta", hang: 2 })),
      NOTHING,
    ),
  );
}

/** Nodes that the option owns, and pods that do not fit on them. */
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
    row(scene, "Unschedulable pods", ({ measures: { packing } }) =>
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

/** A dim row below a sum; none if it is empty for every option. */
function note(scene: Scene, label: string, cell: (option: ComparedOption) => Cell): Row[] {
  const all = scene.comparison.options.map(cell);
  if (all.every(({ paragraphs }) => paragraphs[0]?.text === NOTHING)) return [];
  return [{ label: { text: label, style: "dim", indent: 2, hang: 2 }, cells: scene.options.map(cell) }];
}
