import type { PriceUnit } from "../../../config/prices/units";
import type { UsageFactor, UsageFormula } from "../../model";
import type { Cursor } from "./cursor";
import { isUnresolved, KNOWN_AFTER_APPLY, LEFT_TO_PROVIDER } from "./template";
import type { Billed } from "./type";

/** One, charged per hour; `sku` is undefined where the document does not have it. */
export function hourly(sku: string | undefined): Billed {
  return billed("hour", sku, 1);
}

/** One, charged per month. */
export function monthly(sku: string | undefined): Billed {
  return billed("month", sku, 1);
}

/** Charged per unit; `sku` or `quantity` is undefined where the document does not have it. */
export function billed(unit: PriceUnit, sku: string | undefined, quantity: number | undefined): Billed {
  return { sku, unit, quantity, byUse: false };
}

/**
 * Charged by use, which no document has: a usage file in Infracost's form may.
 *
 * @param sku names the price: with the unit it is what `config/prices/list` has
 * @param unit that of the price; where there is neither a figure nor a price it may say more, `GiB of logs`
 * @param usage key of the figure in the usage file, of single requests, GiB, ...; or figures that are multiplied, by
 * `usageOf`
 */
export function byUse(sku: string, unit: PriceUnit, usage: string | UsageFormula | undefined): Billed;
export function byUse(sku: string, unit: string): Billed;
export function byUse(sku: string, unit: string, usage?: string | UsageFormula): Billed {
  return { sku, unit, byUse: true, usage: typeof usage === "string" ? usageOf(1, usage) : usage };
}

/** Like `byUse`, for what is charged only where a usage file has its figure: another storage class, an export. */
export function ifUsed(sku: string, unit: PriceUnit, usage: string | UsageFormula | undefined): Billed {
  return { ...byUse(sku, unit, usage), isOptional: true };
}

/**
 * The product of figures of a usage file and of a number of the document; undefined where the document does not have
 * the number. A function's GiB-seconds: `usageOf(memoryGiB / 1000, "monthly_requests", "request_duration_ms")`.
 */
export function usageOf(
  times: number | undefined,
  ...factors: readonly (string | UsageFactor)[]
): UsageFormula | undefined {
  if (times === undefined) return undefined;
  return { times, factors: factors.map((each) => (typeof each === "string" ? { key: each } : each)) };
}

/** A number from 0, undefined where it is known after apply; `absent` where the argument is not set. */
export function amount(body: Cursor, key: string, absent?: number): number | undefined {
  if (!body.at(key).present) return absent;
  const value = Number(body.optional(key) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Text of an argument, undefined where it is known after apply; `absent` where the argument is not set. */
export function textOr(body: Cursor, key: string, absent: string): string | undefined {
  return body.at(key).present ? body.optional(key) : absent;
}

/** `prefix/size`, or undefined where the size is not in the document. */
export function sized(prefix: string, size: string | undefined): string | undefined {
  return size === undefined ? undefined : `${prefix}/${size}`;
}

/** A product, undefined where a factor is. */
export function times(...factors: readonly (number | undefined)[]): number | undefined {
  return factors.reduce<number | undefined>(
    (product, factor) => (product === undefined || factor === undefined ? undefined : product * factor),
    1,
  );
}

/** Number of entries of a list, undefined where it is known after apply; `absent` where the argument is not set. */
export function lengthOf(body: Cursor, key: string, absent?: number): number | undefined {
  const value = body.all(key);
  if (Array.isArray(value)) return value.some(isSeveral) ? undefined : value.length;
  if (value === undefined || value === null || value === LEFT_TO_PROVIDER) return absent;
  return typeof value === "string" && isUnresolved(value) ? undefined : 1;
}

/** `${aws_subnet.private}`, which a plan has in place of `aws_subnet.private[*].id`: as many as there are instances. */
const ALL_INSTANCES = /^\$\{(?:module\.[\w-]+\.)*[a-z0-9]+_\w+\.[\w-]+\}$/;

function isSeveral(entry: unknown): boolean {
  return typeof entry === "string" && (entry === KNOWN_AFTER_APPLY || ALL_INSTANCES.test(entry));
}

/** Text of an argument in small letters, undefined where it is known after apply. */
export function lower(body: Cursor, key: string, absent: string): string | undefined {
  return textOr(body, key, absent)?.toLowerCase();
}

/** `prefix/a/b`, or undefined where one of the parts is not in the document. */
export function named(prefix: string, ...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : [prefix, ...parts].join("/");
}

/** Blocks of a name; none where they are known after apply, which the cost then lists without a quantity. */
export function blocks(body: Cursor, key: string): Cursor[] {
  return typeof body.all(key) === "object" ? body.items(key) : [];
}
