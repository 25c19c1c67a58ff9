import type { Comparison } from "../footprint";
import { type Budget, budgetOf, type CheckedLimit, checkBudget, parseBudget } from "../footprint/budget";
import { readText } from "../footprint/read/input/json";
import type { InForce } from "./in-force";

/**
 * The limits of a file of `--budget`.
 * @param options ids that it may name; undefined where they are unresolved: then it is read, and its names are not checked
 * @throws InputError with every fault
 */
export function readBudget(
  file: string | undefined,
  options: readonly string[] | undefined,
): Budget | undefined {
  if (file === undefined) return undefined;
  const text = readText(file);
  return parseBudget({ text, file, options });
}

/** What limits say of a comparison: those of a file, else those of the user's own review where it has some for what is compared. */
export function checkedBudget(
  given: Budget | undefined,
  comparison: Comparison,
  inForce: InForce,
): readonly CheckedLimit[] | undefined {
  if (given !== undefined) return checkBudget(comparison, given);
  const { id, budget } = inForce.own ?? {};
  if (budget === undefined) return undefined;
  const ownIds = comparison.options.filter(({ review }) => review === id).map((option) => option.id);
  // The others are there to be compared with, and have no limits of their own.
  return checkBudget(comparison, budgetOf(budget)).filter(({ option }) => ownIds.includes(option));
}
