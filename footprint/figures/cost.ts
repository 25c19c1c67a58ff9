import type { Currency, PricedThing, ReviewPrice } from "../../config/prices";
import type { Footprint } from "../model";
import { distinct, once } from "../order";
import { indexedBy } from "./indexed";

/** What an option costs a month by the prices that its review states. */
export interface Cost {
  /** Book of the lines; where they come from several, all their ids and sources, and the oldest day. */
  readonly book: {
    readonly id: string;
    readonly kind: "review";
    /** Absent where no line has a date. */
    readonly asOf?: string;
    readonly source: string;
  };
  /** Currency that the user wants the sum in, too. */
  readonly currency?: Currency;
  /** USD/month. */
  readonly low: number;
  /** USD/month. */
  readonly high: number;
  /** The lines that are in the sum, in the order of the book. */
  readonly lines: readonly ReviewPrice[];
  /** The lines that are not, because the footprint does not have what they pay for. */
  readonly leftOut: readonly ReviewPrice[];
  /** The things of the footprint that no line pays for: the sum is a lower bound where there are any. */
  readonly unpriced: readonly string[];
}

/** What is paid for with something else: pods with the nodes that the option owns, queues with their broker. */
const PAID_WITH: readonly (readonly [thing: RegExp, line: string])[] = [
  [/^workload /, "nodes"],
  [/^queues$/, "store rabbitmq"],
  [/^topics$/, "store kafka"],
  [/./, "all"],
];

const byOption = indexedBy(({ option }: ReviewPrice) => option);

/**
 * The lines of this option, added up in cents.
 *
 * @returns nothing where there is no line for the option: a cost of 0 would be a claim
 */
export function cost(
  footprint: Footprint,
  prices: readonly ReviewPrice[],
  currency?: Currency,
): Cost | undefined {
  const own = byOption(prices).get(footprint.id);
  if (own === undefined) return undefined;
  const things = new Set(thingsOf(footprint));
  const applies = ({ thing }: ReviewPrice) =>
    thing.kind === "service" || thing.kind === "all" || things.has(nameOf(thing));
  const lines = own.filter(applies);
  const priced = new Set(lines.map(({ thing }) => nameOf(thing)));
  const isPaid = (thing: string) =>
    priced.has(thing) || PAID_WITH.some(([what, line]) => what.test(thing) && priced.has(line));
  return {
    book: bookOf(own),
    ...(currency === undefined ? {} : { currency }),
    low: total(lines.map((line) => line.low)),
    high: total(lines.map((line) => line.high)),
    lines,
    leftOut: own.filter((entry) => !applies(entry)),
    unpriced: distinct([...things].filter((thing) => !isPaid(thing))),
  };
}

function bookOf(lines: readonly ReviewPrice[]): Cost["book"] {
  const books = lines.map(({ book }) => book);
  const [oldest] = distinct(books.flatMap(({ asOf }) => asOf ?? []));
  return {
    id: once(books.map(({ id }) => id)).join(" + "),
    kind: "review",
    asOf: oldest,
    source: once(books.map(({ source }) => source)).join("; "),
  };
}

/** Everything of the footprint that somebody pays for, named as `nameOf` names what a line pays for. */
function thingsOf({ workloads, stores, topics, queues, nodes, images }: Footprint): string[] {
  const group = (kind: string, members: readonly unknown[]) => (members.length === 0 ? [] : [kind]);
  return [
    ...workloads.map(({ name }) => `workload ${name}`),
    ...stores.map(({ engine }) => `store ${family(engine)}`),
    ...group("topics", topics),
    ...group("queues", queues),
    ...group("nodes", nodes),
    ...group("images", images),
  ];
}

function nameOf(thing: PricedThing): string {
  if (thing.kind === "store") return `store ${family(thing.engine)}`;
  return "name" in thing ? `${thing.kind} ${thing.name}` : thing.kind;
}

/** `redis 7.1` and `redis` are paid for alike. */
function family(engine: string): string {
  return engine.toLowerCase().split(" ")[0] ?? engine;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}
