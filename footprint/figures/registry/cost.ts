import { at, type Figure } from "../figure";
import { defineFigure, type FigureRange, type Measured } from "./definition";
import { USD_PER_MONTH } from "./units";

const ESTIMATE: FigureRange = {
  label: "Estimate from the review",
  low: "costUsdPerMonth.low",
  high: "costUsdPerMonth.high",
};

/** Low end of what the review's own line items add up to. */
export const reviewCostLow = defineFigure({
  key: "costUsdPerMonth.low",
  label: "Estimate from the review, low",
  unit: USD_PER_MONTH,
  better: "lower",
  points: "one",
  range: ESTIMATE,
  json: "structured",
  of: (option) => estimate(option, "low"),
});

/** High end of the same. */
export const reviewCostHigh = defineFigure({
  key: "costUsdPerMonth.high",
  label: "Estimate from the review, high",
  unit: USD_PER_MONTH,
  better: "lower",
  points: "one",
  section: "cost",
  isSummary: true,
  range: ESTIMATE,
  json: "structured",
  of: (option) => estimate(option, "high"),
});

/** Cost at public list prices. */
export const listCost = defineFigure({
  key: "listCostUsdPerMonth",
  label: "Cost at list prices",
  unit: USD_PER_MONTH,
  better: "lower",
  points: "each",
  section: "cost",
  isSummary: true,
  json: "structured",
  // A sum of 0 means nothing if nothing has a price.
  of: ({ measures }, point) =>
    measures.listCost.lines.length === 0 ? undefined : at(measures.listCost, point),
});

function estimate({ measures: { cost } }: Measured, end: "low" | "high"): Figure | undefined {
  return cost && { value: cost[end], atLeast: cost.unpriced.length > 0 };
}
