import type { ComparedOption } from "../../compare";
import { type ReconciledRow, reconcile } from "../../reconcile";
import { type Cell, cellOf, listCell, type Section } from "../grid";
import * as say from "../numbers";

/** The review's estimate and list prices of one option, line against line. */
export function reconciliationSection(option: ComparedOption, at: "min" | "steady" | "max"): Section {
  const { rows, total, notes } = reconcile(option, at);
  return {
    title: "Estimate from the review, list prices (USD/month), difference",
    rows: [
      ...rows.map((row) => ({
        label: { text: row.what, hang: 2 },
        cells: [cellOf(estimateText(row)), cellOf(listText(row)), differenceCell(row)],
      })),
      ...(total === undefined
        ? []
        : [
            {
              label: { text: "total" },
              cells: [
                cellOf(say.range(total.review.low, total.review.high)),
                cellOf(`${option.measures.listCost.atLeast ? "≥ " : ""}${say.money(total.list)}`),
                cellOf(`${option.measures.listCost.atLeast ? "≥ " : ""}${differenceText(total.difference)}`),
              ],
            },
          ]),
      ...notes.map((text, index) => ({
        label: { text: index === 0 ? "who pays" : "" },
        cells: [listCell([{ text, hang: 2 }])],
      })),
    ],
  };
}

/** `150–300`, or `no line`. */
export function estimateText({ review }: ReconciledRow): string {
  return review === undefined ? "no line" : say.range(review.low, review.high);
}

/** `≥ 87.60`, or `not priced`. */
export function listText({ list, notPriced }: ReconciledRow): string {
  if (list === undefined) return notPriced.length > 0 ? "not priced" : "none";
  return `${notPriced.length > 0 ? "≥ " : ""}${say.money(list.usd)}`;
}

/** `-62.40 to +87.60`. */
export function differenceText({ low, high }: { readonly low: number; readonly high: number }): string {
  const sign = (usd: number) => `${usd > 0 ? "+" : ""}${say.money(usd)}`;
  return low === high ? sign(low) : `${sign(low)} to ${sign(high)}`;
}

/** What it is, for people: the difference, or which of the two lacks it. */
export function rowDifference({ difference, only, notPriced }: ReconciledRow): string {
  if (difference !== undefined) return `${notPriced.length > 0 ? "≥ " : ""}${differenceText(difference)}`;
  if (only === "list") return "in list prices alone";
  return only === "review" ? "in the review alone" : "in neither";
}

function differenceCell(row: ReconciledRow): Cell {
  return cellOf(rowDifference(row), row.difference === undefined ? "magenta" : undefined);
}
