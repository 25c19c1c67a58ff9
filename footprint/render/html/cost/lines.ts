import type { ReviewPrice } from "../../../../config/prices";
import type { Cost, ListCost } from "../../../figures";
import * as say from "../../numbers";
import { listTable } from "../list-table";
import { type Html, html } from "../markup";
import { KINDS } from "./stack";

/** The lines of a review, in its words. */
export function reviewLines(id: string, { lines, leftOut, unpriced, book }: Cost): Html {
  const told = (entry: ReviewPrice, note: string) => [
    entry.item,
    KINDS[entry.thing.kind],
    html`<span class="num">${say.range(entry.low, entry.high)}</span>`,
    entry.words ?? "",
    note,
  ];
  return listTable({
    caption: `Lines of ${id} by the review, USD a month, as of ${book.asOf}`,
    columns: ["Line", "Kind", "USD", "In the review's words", "Note"],
    rows: [
      ...lines.map((entry) => told(entry, "")),
      ...leftOut.map((entry) => told(entry, "excluded: the option does not deploy it")),
      ...unpriced.map((thing) => [thing, "", html`<span class="unknown">not known</span>`, "", "unpriced"]),
    ],
    none: "The price book has no line for it.",
  });
}

/** The lines at list prices, and what has none. */
export function listLines(id: string, { lines, unpriced, environments }: ListCost): Html {
  return listTable({
    caption: `Lines of ${id} at list prices, USD a month, for ${environments.names.join(" and ")}`,
    columns: ["Line", "Kind", "Quantity", "Price", "USD", "Note"],
    rows: [
      ...lines.map(({ thing, kind, quantity, price, usd }) => [
        thing,
        KINDS[kind],
        say.span(quantity, "steady"),
        `${say.price(price.usd)} a ${price.unit}, ${price.sku}`,
        html`<span class="num">${say.range(usd.min, usd.max)}</span>`,
        `${price.assumed ? "assumed, " : ""}${price.book}, ${price.asOf}`,
      ]),
      ...unpriced.map(({ name, why }) => [
        name,
        "",
        "",
        "",
        html`<span class="unknown">not known</span>`,
        `not priced: ${why}`,
      ]),
    ],
    none: "Nothing that it deploys has a list price.",
  });
}
