import type { Comparison } from "../../../compare";
import { reconcile } from "../../../reconcile";
import * as say from "../../numbers";
import { differenceText, estimateText, listText, rowDifference } from "../../sections/reconciliation";
import { type Html, html } from "../markup";
import type { Part } from "../part";

/** Where the two price sources differ; none where no option has prices of both. */
export function reconciliationPart({ options, at }: Comparison): Part | undefined {
  const both = options.filter(
    ({ measures: { cost, listCost } }) => cost !== undefined && listCost.lines.length > 0,
  );
  if (both.length === 0) return undefined;
  return {
    id: "reconciliation",
    title: "Estimate from the review against list prices",
    lead: "Line against line in USD/month: what one of the two has and the other lacks, and who pays for what is shared.",
    body: html`${both.map((option) => {
      const { rows, total, notes } = reconcile(option, at);
      const line = (cells: readonly (string | Html)[]) =>
        html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`;
      return html`<table><caption>${option.id}</caption><thead><tr><th scope="col">What</th><th scope="col">Review</th><th scope="col">List prices</th><th scope="col">Difference</th></tr></thead><tbody>${rows.map((row) => line([row.what, estimateText(row), listText(row), rowDifference(row)]))}${total && line(["total", say.range(total.review.low, total.review.high), `${option.measures.listCost.atLeast ? "≥ " : ""}${say.money(total.list)}`, `${option.measures.listCost.atLeast ? "≥ " : ""}${differenceText(total.difference)}`])}</tbody></table>
<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
`;
    })}`,
  };
}
