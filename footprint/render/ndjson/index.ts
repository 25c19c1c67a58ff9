import { printable } from "../../../errors/printable";
import type { ComparedOption, Comparison } from "../../compare";
import { POINTS } from "../../figures/figure";
import { FIGURES } from "../../figures/registry";

type Cell = string | number | boolean | null;

/**
 * A line for each option, with the same keys in the same order on every line: a figure at the operating point, the
 * three points of a figure that has them, and whether the value is a lower bound. An undetermined value is null, so
 * that a column has one type. Names are those of the figures, with `_` for `.`: `cpuCores_request_max`.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export function renderNdjson(comparison: Comparison): string {
  return comparison.options.map((option) => `${JSON.stringify(lineOf(comparison, option))}\n`).join("");
}

function lineOf({ at }: Comparison, option: ComparedOption): Readonly<Record<string, Cell>> {
  const line: Record<string, Cell> = {
    option: printable(option.id),
    baseline: option.baseline ?? option.id,
    at,
  };
  for (const { key, points, of } of FIGURES) {
    const name = key.replaceAll(".", "_");
    const value = of(option, at);
    line[name] = value?.value ?? null;
    line[`${name}_atLeast`] = value?.atLeast ?? false;
    if (points === "each")
      for (const point of POINTS) line[`${name}_${point}`] = of(option, point)?.value ?? null;
  }
  return line;
}
