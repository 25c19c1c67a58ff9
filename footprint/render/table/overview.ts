import type { Comparison } from "../../compare";
import { MARKS } from "../grid";
import type { Paint } from "../paint";
import { winOf } from "../sections/scene";
import { displayWidth, wrap } from "../text";
import { type Column, USUAL_COLUMNS } from "./columns";

/** How the overview is laid out. */
export interface OverviewOptions {
  readonly width: number;
  readonly paint: Paint;
  /**
   * The columns that somebody asked for: each is shown, whatever the width.
   * @default - those that matter and fit
   */
  readonly columns?: readonly Column[];
}

const GAP = 2;

/** A row for each option. Numbers are at the operating point alone: their ranges are in the tables side by side. */
export function layOverview(comparison: Comparison, { width, paint, columns }: OverviewOptions): string[] {
  const { options, at } = comparison;
  const ids = options.map(({ id, baseline }) => `${id}${baseline === undefined ? " (baseline)" : ""}`);
  const first = Math.min(Math.max(...ids.map(displayWidth)), Math.max(8, Math.floor(width / 3)));
  const cells = (columns ?? USUAL_COLUMNS).map(({ of, key, heading }) => {
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
    return columns !== undefined || left >= 0;
  });
  const line = (label: string, parts: readonly string[]) => (label + parts.join("")).trimEnd();
  const pad = (text: string, size: number) => " ".repeat(Math.max(0, size - displayWidth(text))) + text;
  const most = Math.max(...fitting.map(({ heading }) => heading.length), 0);
  const headings = Array.from({ length: most }, (_, index) =>
    line(
      " ".repeat(first),
      fitting.map((cell) => pad(cell.heading[index] ?? "", cell.width)),
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
  return [...headings.filter((text) => text.trim() !== "").map((text) => paint.dim(text)), ...rows];
}
