import type { Currency } from "../../config/prices";
import type { ComparedOption } from "../compare";
import type { AssumedUsage } from "../model";

/** One traced line of either book. */
export interface CostEntry {
  readonly option: string;
  readonly kind: "review" | "list";
  /** What is paid for: the review's own words for the line, or the thing of the footprint. */
  readonly thing: string;
  readonly sku?: string;
  /** In one environment; absent where the source gives an amount alone. */
  readonly quantity?: { readonly min: number; readonly steady: number; readonly max: number };
  readonly unit: string;
  readonly usdPerUnit?: number;
  /** USD/month at the fewest pods, or the low end of the review. */
  readonly low?: number;
  /** USD/month at the steady load; absent for a review. */
  readonly steady?: number;
  readonly high?: number;
  readonly book?: string;
  readonly source?: string;
  readonly asOf?: string;
  readonly assumed: boolean;
  /** What the user's own rates take off the list price; `usdPerUnit` is what is left. */
  readonly discount?: {
    readonly percent: number;
    readonly why: string;
    readonly book: string;
    readonly usd: number;
  };
  /** Rates of rising amounts, where what is more costs less. */
  readonly rates?: readonly { readonly above: number; readonly usd: number }[];
  /** Figures of a usage file that the quantity of a month rests on. */
  readonly usage?: AssumedUsage;
  /** The same amounts in another currency, at the user's rate. */
  readonly inCurrency?: {
    readonly code: string;
    readonly low: number;
    readonly steady?: number;
    readonly high: number;
  };
  /** Why the line is not in the sum; absent where it is. */
  readonly note?: string;
}

/** Everything that a cost was worked out from, the review's lines first, in the order in which they are summed. */
export function entriesOf({ id, measures: { cost, listCost } }: ComparedOption): CostEntry[] {
  const review =
    (note?: string) =>
    (line: NonNullable<typeof cost>["lines"][number]): CostEntry => ({
      option: id,
      kind: "review",
      thing: line.item,
      unit: "month",
      low: line.low,
      high: line.high,
      book: line.book.id,
      source: line.words === undefined ? line.book.source : `${line.book.source}: ${line.words}`,
      asOf: line.book.asOf,
      assumed: false,
      inCurrency: exchanged(cost?.currency, line.low, line.high),
      note,
    });
  const without = (kind: CostEntry["kind"], thing: string, note: string): CostEntry => ({
    option: id,
    kind,
    thing,
    unit: "month",
    assumed: false,
    note,
  });
  return [
    ...(cost?.lines ?? []).map(review()),
    ...(cost?.leftOut ?? []).map(review("excluded: the option does not deploy it")),
    ...(cost?.unpriced ?? []).map((thing) => without("review", thing, "not priced: no line item covers it")),
    ...listCost.lines.map(
      ({ thing, quantity, price, usd, assumed }): CostEntry => ({
        option: id,
        kind: "list",
        thing,
        sku: price.sku,
        quantity,
        unit: price.unit,
        usdPerUnit: price.usd,
        low: usd.min,
        steady: usd.steady,
        high: usd.max,
        book: price.book,
        source: price.source,
        asOf: price.asOf,
        assumed: price.assumed,
        discount: price.discount,
        rates: price.rates,
        usage: assumed,
        inCurrency: exchanged(listCost.currency, usd.min, usd.max, usd.steady),
      }),
    ),
    ...listCost.unpriced.map(({ name, why }) => without("list", name, `not priced: ${why}`)),
  ];
}

function exchanged(
  currency: Currency | undefined,
  low: number,
  high: number,
  steady?: number,
): CostEntry["inCurrency"] {
  if (currency === undefined) return undefined;
  const of = (usd: number) => Math.round(usd * currency.perUsd * 100) / 100;
  return {
    code: currency.code,
    low: of(low),
    ...(steady === undefined ? {} : { steady: of(steady) }),
    high: of(high),
  };
}
