import type { ComparedOption } from "../../compare";
import type { Point } from "../../figures/figure";
import { FIGURES, type FigureKey, figureOf } from "../../figures/registry";
import { everyUnresolved } from "../../verdict/open";
import { figureText } from "../figure-text";
import * as say from "../numbers";
import { NOTHING } from "../sections/scene";
import { wrap } from "../text";

/** One column of the overview. */
export interface Column {
  /** Lines of the heading. */
  readonly heading: readonly string[];
  /** The figure, where it has one: its best value is marked. */
  readonly key?: FigureKey;
  readonly of: (option: ComparedOption, at: Point) => string;
}

/** Name of the column that is no figure: how many values of an option, prices included, are unresolved. */
export const UNRESOLVED = "unresolved";

const UNRESOLVED_COLUMN: Column = {
  heading: ["Unre-", "solved"],
  of: (option) => String(everyUnresolved(option).length),
};

/** The columns that matter, what matters most first. */
export const USUAL_COLUMNS: readonly Column[] = [
  figureColumn("cpuCores.request", "CPU", "cores"),
  figureColumn("memoryGiB.request", "Memory", "GiB"),
  figureColumn("costUsdPerMonth.high", "Estimate", "USD/mo"),
  figureColumn("listCostUsdPerMonth", "List", "USD/mo"),
  figureColumn("singlePointsOfFailure", "Single", "points"),
  figureColumn("rollBackSeconds", "Rollback", "s"),
  figureColumn("pods", "Pods", ""),
  UNRESOLVED_COLUMN,
  figureColumn("stoppedBySinglePoint", "Stopped", "by one"),
  figureColumn("pages", "Paging", "alerts"),
];

/** What a user may ask for. */
export const COLUMN_NAMES: readonly string[] = [...FIGURES.map(({ key }) => key), UNRESOLVED];

/** A column is not made wider by its heading than this. */
const HEADING = 12;

/** The column of a name in `COLUMN_NAMES`, as the overview has it, or with the label of its figure. */
export function columnOf(name: string): Column {
  if (name === UNRESOLVED) return UNRESOLVED_COLUMN;
  const usual = USUAL_COLUMNS.find(({ key }) => key === name);
  if (usual !== undefined) return usual;
  const { key, label, unit } = figureOf(name);
  return figureColumn(key, ...wrap(label, HEADING), ...(unit.name === "count" ? [] : [unit.name]));
}

function figureColumn(key: FigureKey, ...heading: readonly string[]): Column {
  const figure = figureOf(key);
  return {
    heading,
    key,
    of: (option, at) => {
      const value = figure.of(option, at);
      if (value === undefined) return NOTHING;
      if (figure.range !== undefined) return figureText(figure, option, at) ?? NOTHING;
      return say.figure(value, figure.unit) === say.UNDETERMINED ? "?" : say.figure(value, figure.unit);
    },
  };
}
