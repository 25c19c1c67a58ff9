import type { ComparedOption, Comparison } from "../../compare";
import { POINTS } from "../../figures/figure";
import { LINES, type Line } from "../../figures/lines";
import { isSpan } from "../../quantities";
import { LINE_NAMES } from "../line-names";
import { csvLine } from "./line";

/** The header, in order: a contract as the JSON is one, to which columns are only added at the end. */
const COLUMNS = [
  "option",
  "line",
  "unit",
  "min",
  "steady",
  "max",
  "low",
  "high",
  "value",
  "atLeast",
  "baseline",
  "difference",
  "differencePercent",
  "differenceBound",
  "least",
  "better",
  "best",
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | boolean>>>;

/**
 * The comparison for a spreadsheet: one row an option and line, numbers exact, an empty field where there is no
 * number. `value` is the figure at the comparison's operating point, of which the difference is taken.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function renderCsv(comparison: Comparison): string {
  const rows = comparison.options.flatMap((option) => LINES.map((line) => rowOf(comparison, option, line)));
  return [csvLine(COLUMNS), ...rows.map((row) => csvLine(COLUMNS.map((column) => row[column])))].join("");
}

function rowOf({ at, baseline, best }: Comparison, option: ComparedOption, line: Line): Row {
  const { key, better } = line;
  const wins = best[key].includes(option.id);
  const figure = line.of(option.measures, option.footprint, at);
  const apart = option.difference[key];
  return {
    option: option.id,
    line: key,
    unit: LINE_NAMES[key].unit,
    ...ends(option, line),
    value: figure?.value,
    atLeast: figure?.atLeast,
    baseline,
    difference: apart?.absolute,
    differencePercent: apart?.percent,
    differenceBound: apart?.bound,
    least: better === "less" ? wins : undefined,
    better,
    best: wins,
  };
}

/** The three operating points of a line that has them, or both ends of a cost. */
function ends({ measures, footprint }: ComparedOption, { key, of }: Line): Row {
  if (isSpan(key)) {
    return Object.fromEntries(POINTS.map((point) => [point, of(measures, footprint, point)?.value]));
  }
  const isCost = key === "costUsdPerMonth.low" || key === "costUsdPerMonth.high";
  return isCost ? { low: measures.cost?.low, high: measures.cost?.high } : {};
}
