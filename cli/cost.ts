import { compare } from "../footprint";
import { rendererOf } from "../footprint/render";
import { chooseBeside } from "./choose";
import { footprintsFrom, footprintsOf } from "./footprints";
import type { ForeignInput } from "./foreign";
import { paint, print, width } from "./output";
import { tellPacking } from "./packing";
import { pricesFrom } from "./prices";

/** Flags of `weighbridge cost`. */
export interface CostArguments {
  readonly from: readonly ForeignInput[];
  readonly at: "min" | "steady" | "max";
  /** Files of prices. */
  readonly prices: readonly string[];
  /** Date that the age of prices is held against. */
  readonly asOf?: string;
  /** One of `formatNames("cost")`. */
  readonly format: string;
}

/**
 * `weighbridge cost`: every line of both books, traced to its source.
 * @throws UsageError, InputError, PriceBookError
 */
export async function costCommand(words: readonly string[], flags: CostArguments): Promise<void> {
  const { at, asOf, format } = flags;
  const prices = pricesFrom(flags.prices);
  const foreign = footprintsFrom(flags.from);
  const options = chooseBeside(words, flags.from);
  const comparison = compare([...(await footprintsOf(options)), ...foreign], { at, asOf, prices });
  print(rendererOf("cost", format)(comparison, { width: width(), paint: paint() }));
  tellPacking(comparison);
}
