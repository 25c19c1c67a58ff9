import type { CheckedCeiling } from "../../budget";
import { type Cell, cellOf, type Section } from "../grid";
import * as say from "../numbers";
import { NOTHING, type Scene } from "./scene";

/** A row for each figure that has a ceiling; no section where nothing has one. */
export function budgetSections({ options }: Scene, budget: readonly CheckedCeiling[]): Section[] {
  const ids = options.map(({ id }) => id);
  const checked = budget.filter(({ option }) => ids.includes(option));
  if (checked.length === 0) return [];
  const figures = [...new Set(checked.map(({ figure }) => figure))];
  const rows = figures.map((figure) => ({
    label: { text: figure },
    cells: ids.map((id) => cell(checked.find((each) => each.option === id && each.figure === figure))),
  }));
  return [{ title: "Budget: figure against its ceiling", rows }];
}

function cell(checked: CheckedCeiling | undefined): Cell {
  if (checked === undefined) return cellOf(NOTHING);
  const text = against(checked);
  switch (checked.verdict) {
    case "within":
      return cellOf(text);
    case "notProven":
      return { paragraphs: [{ text }, { text: "not proven", style: "magenta" }] };
    case "exceeded":
      return { paragraphs: [{ text }, { text: broken(checked), style: "red" }] };
  }
}

/** `5.1 of 6`, and `16, at least 20` against a floor. */
function against(checked: CheckedCeiling): string {
  const { ceiling, isFloor } = checked;
  return `${told(checked)}${isFloor ? ", at least " : " of "}${say.number(ceiling)}`;
}

/** The option's figure: `5.1`, `≥ 1.2`, `not known`. */
function told({ value, atLeast }: CheckedCeiling): string {
  return value === undefined ? "not known" : say.figure({ value, atLeast });
}

/** `partner-a: pods.max is 19 of 12: over by 7`. */
export function budgetLine(checked: CheckedCeiling): string {
  const { option, figure, verdict } = checked;
  const line = `${option}: ${figure} is ${against(checked)}`;
  if (verdict === "within") return line;
  return `${line}: ${verdict === "exceeded" ? broken(checked) : "not proven, part of it is not known"}`;
}

/** By how far a figure is above its ceiling or below its floor: `over by 1.1`, `over by ≥ 1.1`, `short by 4`. */
function broken({ value, atLeast, ceiling, isFloor }: CheckedCeiling): string {
  const apart = (value ?? ceiling) - ceiling;
  return `${isFloor ? "short" : "over"} by ${say.figure({ value: Math.abs(apart), atLeast })}`;
}
