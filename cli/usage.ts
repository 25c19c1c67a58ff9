import type { Footprint } from "../footprint";
import { readText } from "../footprint/read/input/json";
import { parseUsage, withUsage } from "../footprint/usage";
import { report } from "./output";

/**
 * Reads a usage file.
 * @returns how to put its figures into footprints
 * @throws InputError with all faults of the file; the function throws it with the addresses and keys that are wrong
 */
export function usageFrom(
  file: string | undefined,
): (footprints: readonly Footprint[]) => readonly Footprint[] {
  if (file === undefined) return (footprints) => footprints;
  const usage = parseUsage(readText(file), file);
  return (footprints) => withUsage(footprints, usage, report);
}
