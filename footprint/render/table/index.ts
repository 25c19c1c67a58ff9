import type { CheckedLimit } from "../../budget";
import type { VerifiedClaim } from "../../claims";
import type { ComparedOption, Comparison } from "../../compare";
import { verdictOf } from "../../verdict";
import { type Columns, GUTTER, layRow, layTitle, shareOf } from "../grid";
import { legend } from "../legend";
import { type LayoutOptions, type Paint, plain } from "../paint";
import { LONG_SECTIONS, MAIN_SECTIONS, sectionsOf } from "../sections";
import { budgetSections } from "../sections/budget";
import type { Scene } from "../sections/scene";
import { wrap } from "../text";
import { verdictTexts } from "../verdict";
import { columnOf, USUAL_COLUMNS } from "./columns";
import { layOverview } from "./overview";
import { layVerdicts } from "./verdict";

/** A column is not made narrower than this while there is another way. */
const NARROWEST_CELL = 18;
/** A column is not made wider than this: far-apart numbers are hard to compare. */
const WIDEST_CELL = 36;
const WIDEST_LABEL = 17;
/** More options than these are not compared cell by cell. */
const SIDE_BY_SIDE = 5;
const MORE =
  "Name up to five of the options to have every figure of each side by side, or ask for it with --format wide.";

/** How a comparison is laid out for a terminal. */
export interface TableOptions extends LayoutOptions {
  /**
   * Limits that the options were checked against: a section of their own.
   * @default - no such section
   */
  readonly budget?: readonly CheckedLimit[];
  /**
   * The claims about the options, verified.
   * @default - none
   */
  readonly claims?: readonly VerifiedClaim[];
  /**
   * Columns of the table with one row for each option, from `COLUMN_NAMES`. Given, that table is all that follows the
   * verdict.
   * @default - those that matter and fit, above five options
   */
  readonly columns?: readonly string[];
  /**
   * True: one row for each option with every usual column, and every figure side by side, however many options there are.
   * @default false
   */
  readonly wide?: boolean;
}

/**
 * The comparison for people: the verdict first, then the options side by side, in groups where they do not fit; more
 * than five have one row each.
 */
export function renderTable(
  comparison: Comparison,
  { width = 80, paint = plain, budget = [], claims = [], columns, wide = false }: TableOptions = {},
): string {
  const lines = layVerdicts(verdictTexts(verdictOf(comparison, { claims }), comparison), width, paint);
  const isMany = comparison.options.length > SIDE_BY_SIDE;
  if (isMany || columns !== undefined) {
    const asked = columns?.map(columnOf) ?? (wide ? USUAL_COLUMNS : undefined);
    lines.push("", ...layOverview(comparison, { width, paint, columns: asked }));
  }
  const isSideBySide = columns === undefined && (wide || !isMany);
  if (isMany && columns === undefined && !wide) lines.push("", ...wrap(MORE, width));
  for (const { options, columns } of groups(isSideBySide ? comparison.options : [], width)) {
    const scene = { comparison, options };
    lines.push("", ...layHeader(scene, columns, paint));
    const sections = sectionsOf(scene, [...MAIN_SECTIONS, ...LONG_SECTIONS]);
    for (const { title, rows } of [...budgetSections(scene, budget), ...sections]) {
      lines.push("", ...layTitle(title, total(columns, options.length), paint));
      lines.push(...rows.flatMap((row) => layRow(row, columns, paint)));
    }
  }
  lines.push(
    "",
    ...legend(comparison, lines)
      .flatMap((line) => wrap(line, width))
      .map((line) => paint.dim(line)),
  );
  return `${lines.join("\n")}\n`;
}

function groups(options: readonly ComparedOption[], width: number) {
  const label = Math.max(1, Math.min(WIDEST_LABEL, Math.floor(width / 4)));
  const fitting = Math.max(1, Math.floor((width - label) / (NARROWEST_CELL + GUTTER)));
  const size = Math.min(fitting, options.length);
  const cell = Math.min(WIDEST_CELL, shareOf(width - label, size));
  return Array.from({ length: Math.ceil(options.length / size) }, (_, index) => ({
    options: options.slice(index * size, (index + 1) * size),
    columns: { label, cell },
  }));
}

function total({ label, cell }: Columns, cells: number): number {
  return label + cells * (GUTTER + cell);
}

function layHeader({ options }: Scene, columns: Columns, paint: Paint): string[] {
  return layRow(
    {
      label: { text: "" },
      cells: options.map(({ id, title }) => ({
        paragraphs: [
          { text: id, style: "bold" },
          ...(title === id ? [] : [{ text: title, style: "dim" as const }]),
        ],
      })),
    },
    columns,
    paint,
  );
}
