import type { ComparedOption, Comparison } from "../../compare";
import { hidesMore } from "../../figures/hidden";
import { type FigureKey, figureOf, type RegisteredFigure } from "../../figures/registry";
import { type Cell, listCell, type Paragraph, type Row, type Win } from "../grid";
import * as say from "../numbers";
import type { Paint } from "../paint";

/** The options that are shown side by side, out of the whole comparison. */
export interface Scene {
  readonly comparison: Comparison;
  readonly options: readonly ComparedOption[];
}

/** A row with one cell for each option, marked if the option is best on the figure. */
export function row(
  { comparison, options }: Scene,
  label: string,
  cell: (option: ComparedOption) => Cell,
  figure?: FigureKey,
): Row {
  return {
    label: { text: label },
    cells: options.map((option) => ({
      ...cell(option),
      wins: figure && winOf(comparison, option.id, figure),
    })),
  };
}

/** Why an option is best on a figure; undefined if it is not, or if all options are. */
export function winOf({ best, options }: Comparison, id: string, key: FigureKey): Win | undefined {
  const winners = best[key];
  if (winners.length === options.length || !winners.includes(id)) return undefined;
  return figureOf(key).better === "lower" ? "lowest" : "highest";
}

/** The row below a number: how far each option is from the baseline. None if there is one option. */
export function versus(scene: Scene, { key, better }: RegisteredFigure): Row[] {
  const { comparison } = scene;
  if (comparison.options.length < 2) return [];
  return [
    {
      label: versusLabel(comparison),
      cells: scene.options.map(({ baseline, difference }) => {
        if (baseline === undefined) return { paragraphs: [{ text: "baseline", style: "dim" }] };
        const apart = difference[key];
        if (apart === undefined) return { paragraphs: [{ text: say.UNDETERMINED, style: "dim" }] };
        return { paragraphs: [{ text: say.difference(apart), style: tone(apart.absolute, better) }] };
      }),
    },
  ];
}

/** The same for a number that not every option has: no row if no difference is determined. */
export function versusWhereKnown(scene: Scene, figure: RegisteredFigure): Row[] {
  const { options } = scene.comparison;
  const known = options.some(
    ({ baseline, difference }) => baseline !== undefined && difference[figure.key] !== undefined,
  );
  return known ? versus(scene, figure) : [];
}

/** `vs partner-b`, below the label of the number. */
export function versusLabel({ baseline }: Comparison): Paragraph {
  return { text: `vs ${baseline}`, style: "dim", indent: 2, hang: 2 };
}

/** Red if worse, green if better, dim if equal or if no direction is better. */
export function tone(apart: number, better: RegisteredFigure["better"] = "lower"): keyof Paint {
  if (apart === 0 || better === "none") return "dim";
  return apart > 0 === (better === "lower") ? "red" : "green";
}

/** How the rows of a matrix are made. */
export interface MatrixOptions<T> {
  readonly itemsOf: (option: ComparedOption) => readonly T[];
  /** The item's row: items of one name share a row. */
  readonly nameOf: (item: T, option: ComparedOption) => string;
  readonly textOf: (item: T) => readonly Paragraph[];
}

/** Rows whose labels are names that options may share, each name once, in order of appearance. */
export function matrix<T>(scene: Scene, { itemsOf, nameOf, textOf }: MatrixOptions<T>): Row[] {
  const names = [
    ...new Set(scene.options.flatMap((option) => itemsOf(option).map((item) => nameOf(item, option)))),
  ];
  return names.map((name) =>
    row(scene, name, (option) =>
      listCell(
        itemsOf(option)
          .filter((item) => nameOf(item, option) === name)
          .flatMap(textOf),
        NOTHING,
      ),
    ),
  );
}

/** Text for an empty list: there may be more than the document contains. */
export function noneOf({ footprint }: ComparedOption): string {
  return hidesMore(footprint) ? "none found" : "none";
}

/** Text for an option that has nothing on a row on which others have something. */
export const NOTHING = "·";
