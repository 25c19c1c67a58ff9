import { type ComparedOption, runsNothing } from "../../compare";
import type { Point } from "../../figures/figure";
import {
  FIGURES,
  type FigureKey,
  type FigureSection,
  type RegisteredFigure,
  type Unit,
  withUnit,
} from "../../figures/registry";
import { figureText } from "../figure-text";
import { type Cell, cellOf, type Row } from "../grid";
import { NOTHING, row, type Scene, versusWhereKnown } from "./scene";

/** Rows of one figure. */
export type FigureRows = (scene: Scene, figure: RegisteredFigure, label: string) => Row[];

/** How a section shows its figures. */
export interface FigureRowsOptions {
  /**
   * Figures whose rows are more than their numbers.
   * @default - every row is numbers
   */
  readonly details?: Readonly<Partial<Record<FigureKey, FigureRows>>>;
  /**
   * Units that the section's title names: labels leave them out.
   * @default - labels name their units
   */
  readonly titleUnits?: readonly Unit["name"][];
}

/** The rows of every figure of a section, in the order of the registry. */
export function figureRows(
  scene: Scene,
  section: FigureSection,
  { details = {}, titleUnits = [] }: FigureRowsOptions = {},
): Row[] {
  return FIGURES.filter((figure) => figure.section === section).flatMap((figure) => {
    const label = titleUnits.includes(figure.unit.name) ? figure.label : withUnit(figure.label, figure);
    return (details[figure.key] ?? numbers)(scene, figure, label);
  });
}

/** A row with cells of its own, and the differences below it; none if no option has the figure. */
export function withCell(cell: (option: ComparedOption, at: Point) => Cell): FigureRows {
  return (scene, figure, label) => {
    const { at } = scene.comparison;
    if (scene.options.every((option) => figure.of(option, at) === undefined)) return [];
    return [
      row(scene, label, (option) => cell(option, at), figure.key),
      ...(figure.points === "each" ? versusWhereKnown(scene, figure) : []),
    ];
  };
}

/** The number of each option, and the differences below it. */
const numbers: FigureRows = (scene, figure, label) =>
  withCell((option, at) => numberCell(option, figure, at))(scene, figure, label);

function numberCell(option: ComparedOption, figure: RegisteredFigure, at: Point): Cell {
  if (figure.ofWorkloads === true && runsNothing(option)) return cellOf("none", "dim");
  return cellOf(figureText(figure, option, at) ?? NOTHING);
}
