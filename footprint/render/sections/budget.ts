import type { CheckedLimit } from "../../budget";
import { type Cell, cellOf, type Section } from "../grid";
import * as say from "../numbers";
import { NOTHING, type Scene } from "./scene";

/** A row for each figure with a limit; no section if there is none. */
export function budgetSections({ options }: Scene, budget: readonly CheckedLimit[]): Section[] {
  const ids = options.map(({ id }) => id);
  const checked = budget.filter(({ option }) => ids.includes(option));
  if (checked.length === 0) return [];
  const figures = [...new Set(checked.map(({ figure }) => figure))];
  const rows = figures.map((figure) => ({
    label: { text: figure },
    cells: ids.map((id) => cell(checked.find((each) => each.option === id && each.figure === figure))),
  }));
  return [{ title: "Budget: figure and limit", rows }];
}

function cell(checked: CheckedLimit | undefined): Cell {
  if (checked === undefined) return cellOf(NOTHING);
  const text = withLimit(checked);
  switch (checked.verdict) {
    case "within":
      return cellOf(text);
    case "notProven":
      return { paragraphs: [{ text }, { text: "undetermined", style: "magenta" }] };
    case "exceeded":
      return { paragraphs: [{ text }, { text: excess(checked), style: "red" }] };
  }
}

/** `5.1, max 6` and `16, min 20`. */
function withLimit(checked: CheckedLimit): string {
  const { limit, isMinimum, relativeTo } = checked;
  const text = limit === undefined ? say.UNDETERMINED : say.number(limit);
  const against = relativeTo && ` (${say.signed(relativeTo.percent)} % of ${relativeTo.option})`;
  return `${figureText(checked)}, ${isMinimum ? "min" : "max"} ${text}${against ?? ""}`;
}

/** The option's figure: `5.1`, `≥ 1.2`, `undetermined`. */
function figureText({ value, atLeast }: CheckedLimit): string {
  return value === undefined ? say.UNDETERMINED : say.figure({ value, atLeast });
}

/** `partner-a: pods.max is 19, max 12: exceeds the limit by 7`. */
export function budgetLine(checked: CheckedLimit): string {
  const { option, figure, verdict } = checked;
  const line = `${option}: ${figure} is ${withLimit(checked)}`;
  if (verdict === "within") return line;
  return `${line}: ${verdict === "exceeded" ? excess(checked) : "undetermined, part of it is unresolved"}`;
}

/** How far a figure is above its maximum or below its minimum: `exceeds the limit by ≥ 1.1`, `4 below the minimum`. */
function excess({ value, atLeast, limit, isMinimum }: CheckedLimit): string {
  const apart = (value ?? 0) - (limit ?? 0);
  const by = say.figure({ value: Math.abs(apart), atLeast });
  return isMinimum ? `${by} below the minimum` : `exceeds the limit by ${by}`;
}
