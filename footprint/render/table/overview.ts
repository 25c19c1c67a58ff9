import type { ComparedOption, Comparison } from "../../compare";
import type { Point } from "../../figures/figure";
import { type FigureKey, figureOf } from "../../figures/registry";
import { figureText } from "../figure-text";
import { MARKS } from "../grid";
import * as say from "../numbers";
import type { Paint } from "../paint";
import { NOTHING, winOf } from "../sections/scene";
import { displayWidth, wrap } from "../text";

/** One column of the overview. */
interface Column {
  /** Lines of the heading. */
  readonly heading: readonly string[];
  readonly key?: FigureKey;
  readonly of: (option: ComparedOption, at: Point) => string;
}

/** The columns that matter, what matters most first: those that do not fit are left out. */
const COLUMNS: readonly Column[] = [
  figureColumn("cpuCores.request", "CPU", "cores"),
  figureColumn("memoryGiB.request", "Memory", "GiB"),
  figureColumn("costUsdPerMonth.high", "Estimate", "USD/mo"),
  figureColumn("listCostUsdPerMonth", "List", "USD/mo"),
  figureColumn("singlePointsOfFailure", "Single", "points"),
  figureColumn("rollBackSeconds", "Rollback", "s"),
  figureColumn("pods", "Pods", ""),
  {
    heading: ["Unre-", "solved"],
    of: ({ footprint: { unknowns, unread } }) => String(unknowns.length + Object.keys(unread).length),
  },
  figureColumn("stoppedBySinglePoint", "Stopped", "by one"),
  figureColumn("pages", "Paging", "alerts"),
];

const GAP = 2;

/** A row for each option. Numbers are at the operating point alone: their ranges are in the tables side by side. */
export function layOverview(comparison: Comparison, width: number, paint: Paint): string[] {
  const { options, at } = comparison;
  const ids = options.map(({ id, baseline }) => `${id}${baseline === undefined ? " (baseline)" : ""}`);
  const first = Math.min(Math.max(...ids.map(displayWidth)), Math.max(8, Math.floor(width / 3)));
  const cells = COLUMNS.map(({ of, key, heading }) => {
    const texts = options.map((option) => ({
      text: of(option, at),
      isBest: key !== undefined && winOf(comparison, option.id, key) !== undefined,
    }));
    const own = Math.max(...[...heading, ...texts.map(({ text }) => text)].map(displayWidth));
    return { heading, texts, width: own + GAP + 2 };
  });
  let left = width - first;
  const fitting = cells.filter((cell) => {
    left -= cell.width;
    return left >= 0;
  });
  const line = (label: string, parts: readonly string[]) => (label + parts.join("")).trimEnd();
  const pad = (text: string, size: number) => " ".repeat(Math.max(0, size - displayWidth(text))) + text;
  const headings = [0, 1].map((index) =>
    paint.dim(
      line(
        " ".repeat(first),
        fitting.map((cell) => pad(cell.heading[index] ?? "", cell.width)),
      ),
    ),
  );
  const rows = options.flatMap((_, index) => {
    const labels = wrap(ids[index] ?? "", first);
    const parts = fitting.map((cell) => {
      const { text = "", isBest = false } = cell.texts[index] ?? {};
      const padded = pad(isBest ? `${MARKS.lowest} ${text}` : text, cell.width);
      return isBest ? paint.green(padded) : padded;
    });
    const [head = "", ...rest] = labels;
    return [line(head + " ".repeat(first - displayWidth(head)), parts), ...rest];
  });
  return [...headings.filter((text) => text.trim() !== ""), ...rows];
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
