import { compare, renderJson, renderTable } from "../footprint";
import { chooseOptions } from "./choose";
import { footprintsFrom, footprintsOf } from "./footprints";
import type { ForeignInput } from "./foreign";
import { paint, print, width } from "./output";

/** Flags of `weighbridge compare`. */
export interface CompareArguments {
  readonly from: readonly ForeignInput[];
  readonly baseline?: string;
  readonly at: "min" | "steady" | "max";
  readonly format: "table" | "json";
}

/**
 * `weighbridge compare`: foreign inputs alone are compared alone; words choose options beside them.
 * @throws UsageError, InputError
 */
export async function compareCommand(words: readonly string[], flags: CompareArguments): Promise<void> {
  // Foreign inputs are read first: they are what can be wrong.
  const foreign = footprintsFrom(flags.from);
  const options = words.length === 0 && foreign.length > 0 ? [] : chooseOptions(words);
  const comparison = compare([...(await footprintsOf(options)), ...foreign], flags);
  print(
    flags.format === "json"
      ? renderJson(comparison)
      : renderTable(comparison, { width: width(), paint: paint() }),
  );
}
