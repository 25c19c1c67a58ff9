import type { ComparedOption, Comparison } from "../../compare";
import { POINTS } from "../../figures/figure";
import { FIGURES, figureOf, type RegisteredFigure } from "../../figures/registry";
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

/** Added where the user gave the rate of another currency. */
const CURRENCY_COLUMNS = [
  "currency",
  "currencyMin",
  "currencySteady",
  "currencyMax",
  "currencyLow",
  "currencyHigh",
] as const;

type Column = (typeof COLUMNS)[number] | (typeof CURRENCY_COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, string | number | boolean>>>;

/**
 * The comparison for a spreadsheet: one row an option and line, numbers exact, an empty field where there is no
 * number. `value` is the figure at the comparison's operating point, of which the difference is taken.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function renderCsv(comparison: Comparison): string {
  const rows = comparison.options.flatMap((option) =>
    FIGURES.map((figure) => rowOf(comparison, option, figure)),
  );
  const hasCurrency = rows.some(({ currency }) => currency !== undefined);
  const columns: readonly Column[] = hasCurrency ? [...COLUMNS, ...CURRENCY_COLUMNS] : COLUMNS;
  return [csvLine(columns), ...rows.map((row) => csvLine(columns.map((column) => row[column])))].join("");
}

function rowOf({ at, best }: Comparison, option: ComparedOption, figure: RegisteredFigure): Row {
  const { key, better, unit } = figure;
  const isBest = best[key].includes(option.id);
  const value = figure.of(option, at);
  const apart = option.difference[key];
  return {
    option: option.id,
    line: key,
    unit: unit.name,
    ...ends(option, figure),
    value: value?.value,
    atLeast: value?.atLeast,
    baseline: option.baseline ?? option.id,
    difference: apart?.absolute,
    differencePercent: apart?.percent,
    differenceBound: apart?.bound,
    least: better === "lower" ? isBest : undefined,
    better: BETTER[better],
    best: better === "none" ? undefined : isBest,
    ...inCurrency(option, figure),
  };
}

/** Costs in the currency that the user gave a rate of. */
function inCurrency(option: ComparedOption, figure: RegisteredFigure): Row {
  const { currency } = option.measures.listCost;
  if (currency === undefined || figure.unit.isMoney !== true) return {};
  const { min, steady, max, low, high } = ends(option, figure);
  const of = (usd: Row[keyof Row]) =>
    typeof usd === "number" ? Math.round(usd * currency.perUsd * 100) / 100 : undefined;
  return {
    currency: currency.code,
    currencyMin: of(min),
    currencySteady: of(steady),
    currencyMax: of(max),
    currencyLow: of(low),
    currencyHigh: of(high),
  };
}

/** The words of the contract; empty where no direction is better. */
const BETTER = { lower: "less", higher: "more", none: undefined } as const;

/** The three operating points of a figure that has them, or both ends of a range. */
function ends(option: ComparedOption, { points, range, of }: RegisteredFigure): Row {
  if (points === "each") return Object.fromEntries(POINTS.map((point) => [point, of(option, point)?.value]));
  if (range === undefined) return {};
  return {
    low: figureOf(range.low).of(option, "steady")?.value,
    high: figureOf(range.high).of(option, "steady")?.value,
  };
}
