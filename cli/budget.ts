import type { Comparison } from "../footprint";
import { budgetOf, type CheckedLimit, checkBudget, parseBudget } from "../footprint/budget";
import { readText } from "../footprint/read/input/json";
import { type InForce, optionsInForce } from "./in-force";

/** The limits of `--budget`, else those of the user's own review where it has some for what is compared. */
export function budgetFor(
  file: string | undefined,
  comparison: Comparison,
  inForce: InForce,
): readonly CheckedLimit[] | undefined {
  if (file !== undefined) {
    const options = [...comparison.options, ...optionsInForce(inForce)].map(({ id }) => id);
    return checkBudget(comparison, parseBudget({ text: readText(file), file, options }));
  }
  const { id, budget } = inForce.own ?? {};
  if (budget === undefined) return undefined;
  const ownIds = comparison.options.filter(({ review }) => review === id).map((option) => option.id);
  // The others are there to be compared with, and have no limits of their own.
  return checkBudget(comparison, budgetOf(budget)).filter(({ option }) => ownIds.includes(option));
}
