import type { PriceBook, PricedThing, PriceEntry } from "../../config/prices";
import type { Footprint } from "../model";
import { distinct } from "./order";

/** What an option costs a month, from one price book. */
export interface Cost {
  /** Id, kind and date of the book. */
  readonly book: Pick<PriceBook, "id" | "kind" | "asOf" | "source">;
  /** USD a month. */
  readonly low: number;
  /** USD a month. */
  readonly high: number;
  /** The lines that are in the sum, in the order of the book. */
  readonly lines: readonly PriceEntry[];
  /** The lines that are not, because the footprint does not have what they pay for. */
  readonly leftOut: readonly PriceEntry[];
  /** The things of the footprint that no line pays for: the sum is a lower bound where there are any. */
  readonly unpriced: readonly string[];
}

/**
 * The book's lines of this option, added up in cents.
 *
 * @returns nothing where the book has no line for the option: a cost of 0 would be a claim
 */
export function cost(footprint: Footprint, book: PriceBook): Cost | undefined {
  const own = book.entries.filter((entry) => entry.option === footprint.id);
  if (own.length === 0) return undefined;
  const things = new Set(thingsOf(footprint));
  const applies = ({ thing }: PriceEntry) => thing.kind === "service" || things.has(nameOf(thing));
  const lines = own.filter(applies);
  const priced = new Set(lines.map(({ thing }) => nameOf(thing)));
  return {
    book: { id: book.id, kind: book.kind, asOf: book.asOf, source: book.source },
    low: total(lines.map((line) => line.low)),
    high: total(lines.map((line) => line.high)),
    lines,
    leftOut: own.filter((entry) => !applies(entry)),
    unpriced: distinct([...things].filter((thing) => !priced.has(thing))),
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
