import { existsSync, readFileSync } from "node:fs";
import { packagePath } from "../../files/package-root";
import { keyOf, type ListPrice } from "./list-book";
import type { PriceKey, PriceList } from "./price-list";
import type { PriceUnit } from "./units";

/** Prices of one provider in one region, as `list/<provider>/<region>.json` has them. */
interface RegionFile {
  readonly sources: readonly { readonly source: string; readonly asOf: string }[];
  readonly groups: readonly (Group | Like)[];
}

/** Prices of one source and unit. */
interface Group {
  /** What their SKUs start with, without the last slash. */
  readonly prefix: string;
  readonly unit: PriceUnit;
  /** Index of the source. */
  readonly source: number;
  readonly assumed?: true;
  /** USD by the last part of the SKU; by rising amounts where the rate falls: `[[0, 3.5], [333, 2.8]]`. */
  readonly prices: Readonly<Record<string, number | readonly (readonly [above: number, usd: number])[]>>;
}

/** SKUs that cost what others cost. */
interface Like {
  readonly prefix: string;
  /** Prefix of the others. */
  readonly like: string;
  /** Why that is assumed. */
  readonly because: string;
}

const files = new Map<string, RegionFile | undefined>();

/** The prices that come with the project. Those of a region are read when the first of them is looked up. */
export const BUILT_IN: PriceList = { find };

/** One object a price, however often it is looked up. */
const prices = new Map<string, ListPrice | undefined>();

function find(key: PriceKey): ListPrice | undefined {
  const file = regionFile(key);
  if (file === undefined) return undefined;
  const name = keyOf(key);
  if (prices.has(name)) return prices.get(name);
  const slash = key.sku.lastIndexOf("/");
  const price = found(file, key, key.sku.slice(0, Math.max(slash, 0)), key.sku.slice(slash + 1));
  prices.set(name, price);
  return price;
}

/** A name that comes from a document and becomes a part of a path. */
const REGION = /^[a-z0-9-]+$/;

function regionFile({ provider, region }: PriceKey): RegionFile | undefined {
  const name = `${provider}/${region}`;
  if (files.has(name)) return files.get(name);
  const path = packagePath("config", "prices", "list", provider, `${region}.json`);
  const isThere = REGION.test(region) && REGION.test(provider) && existsSync(path);
  const file = isThere ? (JSON.parse(readFileSync(path, "utf8")) as RegionFile) : undefined;
  files.set(name, file);
  return file;
}

function found(file: RegionFile, key: PriceKey, prefix: string, last: string): ListPrice | undefined {
  for (const group of file.groups) {
    if (group.prefix !== prefix) continue;
    if ("like" in group) {
      const other = found(file, key, group.like, last);
      if (other === undefined) continue;
      return { ...other, source: `${group.because}: ${other.source}`, assumed: true };
    }
    const price =
      group.unit === key.unit && Object.hasOwn(group.prices, last) ? group.prices[last] : undefined;
    if (price !== undefined) return listPrice(file, group, key, price);
  }
  return undefined;
}

function listPrice(
  { sources }: RegionFile,
  group: Group,
  { provider, region, sku }: PriceKey,
  price: Group["prices"][string],
): ListPrice {
  const { source = "", asOf = "" } = sources[group.source] ?? {};
  const common = { id: `${provider}/${region}/${sku}`, book: `list-${provider}`, provider, region, sku };
  const rest = { unit: group.unit, source, asOf, assumed: group.assumed === true };
  if (typeof price === "number") return { ...common, ...rest, usd: price };
  const [[, usd] = [0, 0]] = price;
  return { ...common, ...rest, usd, rates: price.map(([above, rate]) => ({ above, usd: rate })) };
}
