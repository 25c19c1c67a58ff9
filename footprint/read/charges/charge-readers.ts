import type { Charge, Provider } from "../../model";
import type { Cursor } from "../terraform/cursor";

/** What a resource is billed for, without what is the same for all charges of it. */
export type Billed = Pick<Charge, "sku" | "unit" | "quantity" | "byUse">;

/** Readers of what a resource is billed for, by Terraform type. They note nothing as unknown: cost does. */
export type ChargeReaders = Readonly<Record<string, (body: Cursor) => readonly Billed[]>>;

/** A provider's resources, and where one of them stands. */
export interface ChargedProvider {
  readonly provider: Provider;
  readonly readers: ChargeReaders;
  /** Region of a resource, given that of its provider's configuration. */
  readonly regionOf: (body: Cursor, configured: string | undefined) => string | undefined;
}

/** Billed by the hour; `sku` or `quantity` is absent where the document does not tell it. */
export function hourly(sku: string | undefined, quantity: number | undefined = 1): Billed {
  return billed("hour", sku, quantity);
}

/** Billed by the month. */
export function monthly(sku: string | undefined, quantity: number | undefined = 1): Billed {
  return billed("month", sku, quantity);
}

/** Billed by any other unit that the document holds the quantity of. */
export function billed(unit: string, sku: string | undefined, quantity: number | undefined): Billed {
  return { sku, unit, quantity, byUse: false };
}

/** Billed by what nobody knows before it is used. */
export function byUse(sku: string, unit: string): Billed {
  return { sku, unit, byUse: true };
}

/** A number from 0, unless only an apply can tell it; `absent` where nothing stands there. */
export function amount(body: Cursor, key: string, absent?: number): number | undefined {
  if (!body.at(key).present) return absent;
  const value = Number(body.told(key) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** `prefix/size`, or nothing where the size is not told. */
export function sized(prefix: string, size: string | undefined): string | undefined {
  return size === undefined ? undefined : `${prefix}/${size}`;
}

/** A product that is not known where one of its factors is not. */
export function times(...factors: readonly (number | undefined)[]): number | undefined {
  return factors.reduce<number | undefined>(
    (product, factor) => (product === undefined || factor === undefined ? undefined : product * factor),
    1,
  );
}
