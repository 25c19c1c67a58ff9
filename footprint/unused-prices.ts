import {
  applies,
  type Discount,
  LIST_PRICES,
  type ListPrice,
  type PriceKey,
  type parseBook,
} from "../config/prices";
import { either } from "../errors/either";
import { nearest } from "../errors/nearest";
import { billsOf } from "./figures/list-cost/bills";
import { skuOf } from "./figures/list-cost/price-of";
import { packing } from "./figures/packing";
import type { Footprint } from "./model";
import type { PriceFile } from "./read/input/price-book";

/** What is compared. */
export interface Compared {
  readonly footprints: readonly Footprint[];
  /** Ids of all options that a line of a review may be of, compared or not. */
  readonly options: readonly string[];
}

/** An entry of a price book that nothing uses. */
interface Unused {
  readonly path: readonly (string | number)[];
  readonly problem: string;
  /** What it may be meant for. @default - it is like nothing that is compared */
  readonly meant?: string;
}

/** More entries than this are not listed. */
const MOST_LISTED = 5;

/**
 * Lines about entries of a price book that nothing of a comparison uses: one for each that may be a mistake, with what
 * it may be meant for, and one for all others: a book may be that of a whole company.
 */
export function unusedPrices({ book, file, placeOf }: PriceFile, compared: Compared): string[] {
  const unused = unusedOf(book, compared);
  const line = ({ path, problem }: Unused) =>
    `${file}: ${placeOf(path)}: ${written(path)}: ${problem}; it is left out`;
  const alike = unused.filter(({ meant }) => meant !== undefined);
  const others = unused.filter(({ meant }) => meant === undefined);
  const lines = alike.map((each) => `${line(each)}; ${each.meant}`);
  const [only] = others;
  if (others.length < 2) return only === undefined ? lines : [...lines, line(only)];
  const places = others.slice(0, MOST_LISTED).map(({ path }) => `${placeOf(path)}: ${written(path)}`);
  const rest = others.length > MOST_LISTED ? ` and ${others.length - MOST_LISTED} more` : "";
  return [
    ...lines,
    `${file}: nothing that is compared uses ${others.length} of its entries, which are left out: ${places.join(", ")}${rest}`,
  ];
}

function unusedOf(book: ReturnType<typeof parseBook>, compared: Compared): Unused[] {
  if (book.kind === "review") {
    const ids = new Set(compared.footprints.map(({ id }) => id));
    return book.entries.flatMap(({ option }, index) =>
      ids.has(option) ? [] : [{ path: ["entries", index], ...strangeOption(option, compared.options) }],
    );
  }
  const keys = keysOf(compared.footprints);
  if (book.kind === "rates")
    return book.discounts.flatMap((discount, index) =>
      keys.some((key) => applies(discount, key))
        ? []
        : [{ path: ["discounts", index], ...strangeDiscount(discount, keys) }],
    );
  return book.entries.flatMap((price, index) =>
    keys.some((key) => PARTS.every((part) => key[part] === price[part]))
      ? []
      : [{ path: ["entries", index], ...strangePrice(price, keys) }],
  );
}

const PARTS = ["provider", "region", "sku", "unit"] as const;

/** Everything that a price is looked up for: in its region, and as a price that holds in all. */
function keysOf(footprints: readonly Footprint[]): PriceKey[] {
  const bills = footprints.flatMap((footprint) => billsOf(footprint, packing(footprint)));
  const keys = bills.flatMap((bill) => {
    const sku = skuOf(bill);
    const { provider, region = "any", unit } = bill;
    if (sku === undefined) return [];
    return [...new Set([region, "any"])].map((place) => ({ provider, region: place, sku, unit }));
  });
  return [...new Map(keys.map((key) => [PARTS.map((part) => key[part]).join("\n"), key])).values()];
}

function strangeOption(option: string, options: readonly string[]): Omit<Unused, "path"> {
  if (options.includes(option)) return { problem: `'${option}' is not compared` };
  const meant = didYouMean(nearest(option, options)) ?? "`weighbridge options` lists the options";
  return { problem: `there is no option '${option}'`, meant };
}

function strangeDiscount(discount: Discount, keys: readonly PriceKey[]): Omit<Unused, "path"> {
  const { sku } = discount;
  const problem = `'${sku}' fits nothing that is compared`;
  const inReach = keys.filter((key) => applies({ ...discount, sku: "*" }, key)).map((key) => key.sku);
  const words = sku.includes("*") ? inReach.flatMap(patternsOf) : inReach;
  return { problem, meant: didYouMean(nearest(sku, [...new Set(words)])) };
}

/** `ec2/*` and `ec2/m6i.*` of `ec2/m6i.large`. */
function patternsOf(sku: string): string[] {
  return [...sku.matchAll(/[/.]/g)].map(({ index }) => `${sku.slice(0, index + 1)}*`);
}

/** The same thing but for one part, which is like the one that was written. */
function strangePrice(price: ListPrice, keys: readonly PriceKey[]): Omit<Unused, "path"> {
  const { provider, region, sku, unit } = price;
  const problem = `nothing that is compared is priced by ${provider} ${region} ${sku} by ${unit}`;
  // The price of another thing that there is, in a book of many.
  if (LIST_PRICES.find(price) !== undefined) return { problem };
  for (const part of PARTS) {
    const others = PARTS.filter((each) => each !== part);
    const same = keys.filter((key) => others.every((each) => key[each] === price[each]));
    const words = [...new Set(same.map((key) => key[part]))];
    const meant = didYouMean(part === "unit" ? words : nearest(price[part], words));
    if (meant !== undefined) return { problem, meant: `'${part}': ${meant}` };
  }
  return { problem };
}

function didYouMean(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : `did you mean ${either(words)}?`;
}

/** `entries[2]`. */
function written(path: Unused["path"]): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : step)).join("");
}
