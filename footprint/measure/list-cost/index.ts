import {
  type ListPrice,
  type PricedEnvironments,
  pricedEnvironments,
  UNITS_A_MONTH,
} from "../../../config/prices";
import type { Footprint, Span } from "../../model";
import { distinct, sortedBy } from "../../order";
import type { Point, Sum } from "../figure";
import type { Packing } from "../packing";
import { spanOf } from "../replicas";
import { type Bill, billsOf, type Unpriced, unbilled } from "./bills";
import { type Priced, priceOf } from "./price-of";

export type { Unpriced } from "./bills";

/** What an option costs a month by public list prices, in USD, at the three operating points. */
export interface ListCost extends Sum {
  /** Books that the prices are from; none where nothing has a price. */
  readonly books: readonly string[];
  /** Oldest and newest day of the prices; absent where nothing has one. */
  readonly asOf?: { readonly oldest: string; readonly newest: string };
  /** Environments that the sum is for, each as large as the one that is measured. */
  readonly environments: PricedEnvironments;
  readonly lines: readonly ListLine[];
  /** What is deployed and has no price: the sum is a lower bound where there is any. */
  readonly unpriced: readonly Unpriced[];
}

/** One line of the bill: a quantity of something, times its price. */
export interface ListLine {
  /** The thing of the footprint. */
  readonly thing: string;
  readonly kind: Bill["kind"];
  /** How many units of the price run at a time, in one environment. */
  readonly quantity: Span;
  readonly price: ListPrice;
  /** USD a month for all environments, in whole cents. */
  readonly usd: Span;
}

/** What the cost is worked out with. */
export interface ListCostOptions {
  readonly prices: readonly ListPrice[];
  /** Number of the review, which says for how many environments it counts. */
  readonly review: string;
  /** Absent where the footprint has no nodes of its own that could be packed. */
  readonly packing?: Packing;
}

/**
 * Charges, nodes and shares of a cluster at list prices. Each line is rounded to the cent once, and the sum is the
 * sum of the lines as they stand.
 */
export function listCost(footprint: Footprint, { prices, review, packing }: ListCostOptions): ListCost {
  const environments = pricedEnvironments(review);
  const bills = billsOf(footprint, packing);
  const priced = bills.map((bill) => priceOf(bill, prices));
  const lines = sortedBy(
    priced.flatMap((each) => ("price" in each ? [line(each, environments.names.length)] : [])),
    ({ thing, price, quantity }) =>
      `${thing}\n${price.id}\n${quantity.min} ${quantity.steady} ${quantity.max}`,
  );
  const unpriced = [
    ...priced.flatMap((each) => ("why" in each ? [{ name: each.bill.thing, why: each.why }] : [])),
    ...unbilled(footprint, packing),
  ];
  const days = distinct(lines.map(({ price }) => price.asOf));
  const [oldest, newest] = [days[0], days.at(-1)];
  const total = (point: Point) =>
    lines.reduce((cents, { usd }) => cents + Math.round(usd[point] * 100), 0) / 100;
  return {
    min: total("min"),
    steady: total("steady"),
    max: total("max"),
    atLeast: unpriced.length > 0,
    books: distinct(lines.map(({ price }) => price.book)),
    asOf: oldest === undefined || newest === undefined ? undefined : { oldest, newest },
    environments,
    lines,
    unpriced: sorted(unpriced),
  };
}

function line({ bill: { thing, kind }, quantity, price }: Priced, environments: number): ListLine {
  const month = price.usd * UNITS_A_MONTH[price.unit] * environments;
  const usd = spanOf((point) => Math.round(quantity[point] * month * 100) / 100);
  return { thing, kind, quantity, price, usd };
}

/** Said twice of one thing, a reason counts once. */
function sorted(unpriced: readonly Unpriced[]): Unpriced[] {
  const byText = new Map(unpriced.map((each) => [`${each.name}\n${each.why}`, each]));
  return distinct([...byText.keys()]).flatMap((key) => byText.get(key) ?? []);
}
