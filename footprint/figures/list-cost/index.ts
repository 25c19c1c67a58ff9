import type { PricedEnvironments } from "../../../config/model/option";
import { PRODUCTION_ALONE } from "../../../config/model/option-facts";
import { type Currency, type Discount, type ListPrice, type PriceList, UNITS } from "../../../config/prices";
import type { AssumedUsage, Footprint, Span } from "../../model";
import { onceEach } from "../../once-each";
import { byText, distinct, grouped, once } from "../../order";
import type { Point, Sum } from "../figure";
import { packing } from "../packing";
import { spanOf } from "../replicas";
import { type Bill, billsOf, type Unpriced, unbilled } from "./bills";
import { withUniqueNames } from "./names";
import { type Priced, type PricedOrNot, priceOf } from "./price-of";

export type { Unpriced } from "./bills";

/** What an option costs a month by public list prices, in USD, at the three operating points. */
export interface ListCost extends Sum {
  /** Books that the prices are from; none where nothing has a price. */
  readonly books: readonly string[];
  /** Oldest and newest day of the prices; absent where nothing has one. */
  readonly asOf?: { readonly oldest: string; readonly newest: string };
  /** Environments that the sum is for, each as large as the one that is measured. */
  readonly environments: PricedEnvironments;
  /** Currency that the user wants the sum in, too. */
  readonly currency?: Currency;
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
  /**
   * Figures of a usage file that the quantity was worked out from; it is then that of a month.
   * @default - it is in the document, and runs all the time
   */
  readonly assumed?: AssumedUsage;
  /** USD/month for all environments, in whole cents. */
  readonly usd: Span;
}

/** What the cost is worked out with. */
export interface ListCostOptions {
  readonly prices: PriceList;
  /** @default - none */
  readonly discounts?: readonly Discount[];
  /** @default - US dollars alone */
  readonly currency?: Currency;
  /**
   * Environments that are counted, each as large as the one that is measured.
   * @default - production alone
   */
  readonly environments?: PricedEnvironments;
}

/**
 * Charges, nodes and shares of a cluster at list prices. Each line is rounded to the cent once, and the sum is the
 * sum of the lines as listed.
 */
export function listCost(
  footprint: Footprint,
  { prices, discounts, currency, environments = PRODUCTION_ALONE }: ListCostOptions,
): ListCost {
  const { bills, unbilled } = billed(footprint);
  const priced = bills.map((bill) => priceOf(bill, prices, discounts));
  const lines: ListLine[] = [];
  const unpriced: Unpriced[] = [];
  for (const each of priced) {
    if ("price" in each) lines.push(line(each, environments.names.length));
    else if ("why" in each) unpriced.push({ name: each.bill.thing, why: each.why });
  }
  unpriced.push(...billedByUse(priced));
  lines.sort(byThing);
  unpriced.push(...unbilled);
  const days = distinct(lines.map(({ price }) => price.asOf));
  const [oldest, newest] = [days[0], days.at(-1)];
  const total = (point: Point) =>
    lines.reduce((cents, { usd }) => cents + Math.round(usd[point] * 100), 0) / 100;
  return {
    min: total("min"),
    steady: total("steady"),
    max: total("max"),
    atLeast: unpriced.length > 0,
    ...(currency === undefined ? {} : { currency }),
    books: distinct(lines.map(({ price }) => price.book)),
    asOf: oldest === undefined || newest === undefined ? undefined : { oldest, newest },
    environments,
    lines,
    unpriced: sorted(unpriced),
  };
}

/** What does not depend on prices. */
const billed = onceEach((footprint: Footprint) => {
  const named = withUniqueNames(footprint);
  const packed = packing(footprint);
  return { bills: billsOf(named, packed), unbilled: unbilled(named, packed) };
});

/** What a thing is charged for by its use, in one entry. */
function billedByUse(priced: readonly PricedOrNot[]): Unpriced[] {
  const open = priced.filter((each) => "byUse" in each);
  return [...grouped(open, ({ bill }) => bill.thing)].map(([name, each]) => ({
    name,
    why: `usage-billed: price per ${once(each.map(({ byUse }) => byUse)).join(", ")}`,
  }));
}

function line(
  { bill: { thing, kind, isOfAMonth = false, assumed }, quantity, price }: Priced,
  environments: number,
): ListLine {
  const { perMonth = 1 } = isOfAMonth ? {} : (UNITS.get(price.unit) ?? {});
  const usd = spanOf((point) => cents(amountOf(quantity[point], perMonth, price) * environments));
  return { thing, kind, quantity, price, assumed, usd };
}

/** USD of one month. The price of a month comes first: it is what people check, and no sum changes by rounding. */
function amountOf(quantity: number, perMonth: number, { usd, rates }: ListPrice): number {
  if (rates === undefined) return quantity * (usd * perMonth);
  const units = quantity * perMonth;
  return rates.reduce((sum, rate, index) => {
    const most = rates[index + 1]?.above ?? Number.POSITIVE_INFINITY;
    return sum + Math.max(0, Math.min(units, most) - rate.above) * rate.usd;
  }, 0);
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

function byThing(left: ListLine, right: ListLine): number {
  return (
    byText(left.thing, right.thing) ||
    byText(left.price.id, right.price.id) ||
    left.quantity.min - right.quantity.min ||
    left.quantity.steady - right.quantity.steady ||
    left.quantity.max - right.quantity.max
  );
}

/** Said twice of one thing, a reason counts once. */
function sorted(unpriced: readonly Unpriced[]): Unpriced[] {
  const all = unpriced.toSorted(
    (left, right) => byText(left.name, right.name) || byText(left.why, right.why),
  );
  return all.filter(({ name, why }, index) => {
    const before = all[index - 1];
    return before?.name !== name || before.why !== why;
  });
}
