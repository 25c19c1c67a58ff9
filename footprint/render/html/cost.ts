import type { PricedThing, PriceEntry } from "../../../config/prices";
import type { ComparedOption, Comparison } from "../../compare";
import type { Cost } from "../../measure";
import * as say from "../numbers";
import { percent } from "./bar";
import { listTable } from "./list-table";
import { type Html, html } from "./markup";
import type { Part } from "./part";

/** What each kind of line is called, in the order of the stack. */
const KINDS: Readonly<Record<PricedThing["kind"], string>> = {
  workload: "Compute",
  nodes: "Machines",
  store: "Stores",
  topics: "Topics",
  queues: "Queues",
  images: "Images",
  service: "Services around it",
  all: "Total alone",
};

/** The price book's lines as two stacks an option, its low and its high end, and as a table. */
export function costPart({ options }: Comparison): Part | undefined {
  const priced = options.flatMap(({ id, measures: { cost } }) => (cost === undefined ? [] : [{ id, cost }]));
  if (priced.length === 0) return undefined;
  const scale = Math.max(...priced.map(({ cost }) => cost.high));
  const kinds = new Set(priced.flatMap(({ cost }) => cost.lines.map(({ thing }) => thing.kind)));
  return {
    id: "cost",
    title: "Cost",
    lead: "USD a month by the line items of the reviews: the upper bar is the low end, the lower bar the high end.",
    body: html`<ul class="legend">${kindsInOrder()
      .filter((kind) => kinds.has(kind))
      .map(
        (kind) => html`<li><span class="swatch ${kind}"></span>${KINDS[kind]}</li>`,
      )}</ul><ul class="bars stacks">
${options.map((option, index) => row(option, scale, `cost-${index}`))}</ul>`,
  };
}

function kindsInOrder(): PricedThing["kind"][] {
  return Object.keys(KINDS) as PricedThing["kind"][];
}

function row({ id, measures: { cost } }: ComparedOption, scale: number, anchor: string): Html {
  if (cost === undefined) {
    return html`<li><span class="name">${id}</span> <span class="value unknown">no prices</span></li>
`;
  }
  const bound = cost.unpriced.length > 0 ? "≥ " : "";
  return html`<li><span class="name">${id}</span> <span class="value"><b>${bound}${say.range(cost.low, cost.high)}</b> <small>USD</small></span>${stack(id, cost, scale, anchor)}<details><summary>Lines of ${id}</summary>${lines(id, cost)}</details></li>
`;
}

function stack(id: string, cost: Cost, scale: number, anchor: string): Html {
  return html`<svg class="stack" role="img" aria-labelledby="${anchor}-title ${anchor}-desc" width="100%" height="36"><title id="${anchor}-title">Cost of ${id} by line</title><desc id="${anchor}-desc">${cost.lines
    .map(({ item, low, high }) => `${item}: ${say.range(low, high)}`)
    .join(
      "; ",
    )}</desc>${segments(cost.lines, "low", 0, scale)}${segments(cost.lines, "high", 19, scale)}</svg>`;
}

function segments(lines: readonly PriceEntry[], end: "low" | "high", y: number, scale: number): Html[] {
  const order = kindsInOrder();
  const sorted = [...lines].sort(
    (left, right) => order.indexOf(left.thing.kind) - order.indexOf(right.thing.kind),
  );
  let before = 0;
  return sorted
    .filter((line) => line[end] > 0)
    .map((line) => {
      const x = before;
      before += line[end];
      return html`<rect class="${line.thing.kind}" x="${percent(x, scale)}" y="${y}" width="${percent(line[end], scale)}" height="16"><title>${line.item}: ${say.money(line[end])} USD</title></rect>`;
    });
}

function lines(id: string, { lines: counted, leftOut, unpriced, book }: Cost): Html {
  const told = (entry: PriceEntry, note: string) => [
    entry.item,
    KINDS[entry.thing.kind],
    html`<span class="num">${say.range(entry.low, entry.high)}</span>`,
    entry.words ?? "",
    note,
  ];
  return listTable({
    caption: `Lines of ${id}, USD a month, as of ${book.asOf}`,
    columns: ["Line", "Kind", "USD", "In the review's words", "Note"],
    rows: [
      ...counted.map((entry) => told(entry, "")),
      ...leftOut.map((entry) => told(entry, "left out: the option does not deploy it")),
      ...unpriced.map((thing) => [thing, "", html`<span class="unknown">not known</span>`, "", "unpriced"]),
    ],
    none: "The price book has no line for it.",
  });
}
