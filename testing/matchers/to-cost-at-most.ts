import { measureOption } from "../../footprint/compare";
import type { Point } from "../../footprint/figures/figure";
import { readReceived } from "../read";
import { type MatcherContext, type MatcherResult, result } from "../result";

/** How the cost is compared. */
export interface CostOptions {
  /** @default "steady" */
  readonly at?: Point;
  /**
   * True where what has no list price is left out; it then counts as nothing.
   * @default false
   */
  readonly pricedOnly?: boolean;
}

/** `expect(stack).toCostAtMost(500)`: USD/month at list prices. */
export function toCostAtMost(
  this: MatcherContext,
  received: object | string,
  usd: number,
  { at = "steady", pricedOnly = false }: CostOptions = {},
): MatcherResult {
  const { listCost } = measureOption(readReceived(received).footprint).measures;
  const cost = listCost[at];
  const isOpen = listCost.unpriced.length > 0 && !pricedOnly;
  return result(this, "toCostAtMost", "USD/month", cost <= usd && !isOpen, () => [
    `Expected at ${at}: at most ${this.utils.printExpected(usd)} USD/month`,
    `Received: ${isOpen ? "at least " : ""}${this.utils.printReceived(cost)} USD/month at list prices`,
    "",
    ...listCost.lines.map(({ thing, price, usd: each }) => `  ${thing}: ${each[at]} (${price.id})`),
    ...(isOpen
      ? [
          "",
          "Not priced, so the cost is a lower bound; `pricedOnly: true` leaves it out:",
          ...listCost.unpriced.map(({ name, why }) => `  ${name}: ${why}`),
        ]
      : []),
  ]);
}
