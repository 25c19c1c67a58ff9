import type { Comparison } from "../../compare";
import { distinct } from "../../order";
import { listTable } from "./list-table";
import { html } from "./markup";
import type { Part } from "./part";

/** Sources of the figures. */
export function sourcesPart({ options }: Comparison): Part {
  const books = distinct(
    options.flatMap(({ measures: { cost, listCost } }) => [
      ...(cost === undefined
        ? []
        : [
            `${cost.book.id}${cost.book.asOf === undefined ? "" : `, as of ${cost.book.asOf}`}: ${cost.book.source}`,
          ]),
      ...listCost.lines.map(
        ({ price }) =>
          `${price.book}, as of ${price.asOf}${price.assumed ? ", assumed" : ""}: ${price.source}`,
      ),
    ]),
  );
  const levels = distinct(
    options.flatMap(({ expected }) =>
      (expected?.availability?.promises ?? []).map(
        ({ of, percent, see, asOf }) =>
          `${of}, ${percent} %${asOf === undefined ? "" : `, as of ${asOf}`}: ${see}`,
      ),
    ),
  );
  return {
    id: "sources",
    title: "Sources",
    lead: "All figures are computed from the options' Terraform JSON, the price sources and the usage data below.",
    body: html`${listTable({
      caption: "Sources of the options",
      columns: ["Option", "Title", "Source"],
      rows: options.map(({ id, title, review }) => [
        id,
        title,
        review === "" ? "input of the user" : `review ${review}`,
      ]),
      none: "",
    })}<dl class="sources"><div><dt>Compute, data, network</dt><dd>Terraform JSON of each option; everyday replica counts from the review's steady state</dd></div><div><dt>Prices</dt><dd>${
      books.length === 0
        ? "none: no price source has line items for these options"
        : books.map((book) => html`<div>${book}</div>`)
    }</dd></div>${levels.length > 0 && html`<div><dt>Service levels</dt><dd>${levels.map((level) => html`<div>${level}</div>`)}</dd></div>`}<div><dt>End of support</dt><dd>the vendors' own pages, by runtime</dd></div><div><dt>Definitions</dt><dd>docs/figures.md of Weighbridge defines every figure</dd></div></dl>`,
  };
}
