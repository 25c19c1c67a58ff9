import type { ReviewPrice } from "../../../../config/prices";
import type { Cost, ListCost } from "../../../figures";
import * as say from "../../numbers";
import { listTable } from "../list-table";
import { type Html, html } from "../markup";
import { KINDS } from "./stack";

/** The line items of a review, with quotes. */
export function reviewLines(id: string, { lines, leftOut, unpriced, book }: Cost): Html {
  const row = (entry: ReviewPrice, note: string) => [
    entry.item,
    KINDS[entry.thing.kind],
    html`<span class="num">${say.range(entry.low, entry.high)}</span>`,
    entry.words ?? "",
    note,
  ];
  return listTable({
    caption: `Line items of ${id} in the review, USD/month${book.asOf === undefined ? "" : `, as of ${book.asOf}`}`,
    columns: ["Line item", "Kind", "USD", "Quote", "Note"],
    rows: [
      ...lines.map((entry) => row(entry, "")),
      ...leftOut.map((entry) => row(entry, "excluded: the option does not deploy it")),
      ...unpriced.map((thing) => [
        thing,
        "",
        html`<span class="unknown">${say.UNDETERMINED}</span>`,
        "",
        "not priced",
      ]),
    ],
    none: "The price source has no line items for this option.",
  });
}

/** Line items at list prices, and what is not priced. */
export function listLines(id: string, { lines, unpriced, environments }: ListCost): Html {
  return listTable({
    caption: `List-price line items of ${id}, USD/month, for ${environments.names.join(" and ")}`,
    columns: ["Line item", "Kind", "Quantity", "Price", "USD", "Note"],
    rows: [
      ...lines.map(({ thing, kind, quantity, price, usd, assumed }) => [
        thing,
        KINDS[kind],
        say.span(quantity, "steady"),
        `${say.price(price.usd)} per ${price.unit}, ${price.sku}`,
        html`<span class="num">${say.range(usd.min, usd.max)}</span>`,
        [
          `${price.assumed ? "assumed, " : ""}${price.book}, ${price.asOf}`,
          ...(price.discount === undefined
            ? []
            : [
                `${price.discount.percent} % off ${say.price(price.discount.usd)}: ${price.discount.why}, ${price.discount.book}`,
              ]),
          ...(assumed === undefined ? [] : [`usage: ${assumed.figures.join(", ")} (${assumed.file})`]),
        ].join("; "),
      ]),
      ...unpriced.map(({ name, why }) => [
        name,
        "",
        "",
        "",
        html`<span class="unknown">${say.UNDETERMINED}</span>`,
        `not priced: ${why}`,
      ]),
    ],
    none: "Nothing in this option has a list price.",
  });
}
