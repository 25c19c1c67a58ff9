import type { ComparedOption, Comparison } from "../../compare";
import { hidesMore } from "../../figures/hidden";
import { LINES, type LineKey } from "../../figures/lines";
import { type Cell, listCell, type Paragraph, type Row, type Win } from "../grid";
import * as say from "../numbers";
import type { Paint } from "../paint";

/** The options that stand side by side, out of the whole comparison. */
export interface Scene {
  readonly comparison: Comparison;
  readonly options: readonly ComparedOption[];
}

/** A row with one cell for each option, marked where the option wins the line. */
export function row(
  { comparison, options }: Scene,
  label: string,
  cell: (option: ComparedOption) => Cell,
  line?: LineKey,
): Row {
  return {
    label: { text: label },
    cells: options.map((option) => ({ ...cell(option), wins: line && winOf(comparison, option.id, line) })),
  };
}

/** Why an option wins a line; undefined where it does not, or where all do and there is nothing to point at. */
export function winOf({ best, options }: Comparison, id: string, line: LineKey): Win | undefined {
  const winners = best[line];
  if (winners.length === options.length || !winners.includes(id)) return undefined;
  return betterOn(line) === "less" ? "least" : "most";
}

function betterOn(line: LineKey): "less" | "more" {
  return LINES.find(({ key }) => key === line)?.better ?? "less";
}

/** The row below a number: how far each option is from the baseline. None where there is one option. */
export function versus(scene: Scene, line: LineKey): Row[] {
  const { comparison } = scene;
  if (comparison.options.length < 2) return [];
  return [
    {
      label: versusLabel(comparison),
      cells: scene.options.map(({ id, difference }) => {
        if (id === comparison.baseline) return { paragraphs: [{ text: "baseline", style: "dim" }] };
        const apart = difference[line];
        if (apart === undefined) return { paragraphs: [{ text: "not known", style: "dim" }] };
        return { paragraphs: [{ text: say.difference(apart), style: tone(apart.absolute, betterOn(line)) }] };
      }),
    },
  ];
}

/** The same for a number that not every option has: no row where no difference is known. */
export function versusWhereKnown(scene: Scene, line: LineKey): Row[] {
  const { baseline, options } = scene.comparison;
  const known = options.some(({ id, difference }) => id !== baseline && difference[line] !== undefined);
  return known ? versus(scene, line) : [];
}

/** `vs partner-b`, below the number's own label. */
export function versusLabel({ baseline }: Comparison): Paragraph {
  return { text: `vs ${baseline}`, style: "dim", indent: 2, hang: 2 };
}

/** What is worse is red, what is better green, the same is dim. */
export function tone(apart: number, better: "less" | "more" = "less"): keyof Paint {
  if (apart === 0) return "dim";
  return apart > 0 === (better === "less") ? "red" : "green";
}

/** What the rows of a matrix are made of. */
export interface MatrixOptions<T> {
  readonly itemsOf: (option: ComparedOption) => readonly T[];
  /** The item's row: items of one name stand on one row. */
  readonly nameOf: (item: T) => string;
  readonly tell: (item: T) => readonly Paragraph[];
}

/** Rows whose labels are names that options may share, each name once, in order of appearance. */
export function matrix<T>(scene: Scene, { itemsOf, nameOf, tell }: MatrixOptions<T>): Row[] {
  const names = [...new Set(scene.options.flatMap((option) => itemsOf(option).map(nameOf)))];
  return names.map((name) =>
    row(scene, name, (option) =>
      listCell(
        itemsOf(option)
          .filter((item) => nameOf(item) === name)
          .flatMap(tell),
        NOTHING,
      ),
    ),
  );
}

/** What stands in a list without entries: there may be some that the document does not tell of. */
export function noneOf({ footprint }: ComparedOption): string {
  return hidesMore(footprint) ? "none known" : "none";
}

/** Stands where an option has nothing on a row that others have something on. */
export const NOTHING = "·";
