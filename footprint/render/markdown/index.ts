import type { CheckedLimit } from "../../budget";
import type { ComparedOption, Comparison } from "../../compare";
import { verdictOf } from "../../verdict";
import type { CompareLayout } from "../format";
import { type Cell, MARKS, type Paragraph, type Row, type Section } from "../grid";
import { legend } from "../legend";
import { LONG_SECTIONS, MAIN_SECTIONS, type SectionOf, sectionsOf } from "../sections";
import { budgetLine, budgetSections } from "../sections/budget";
import type { Scene } from "../sections/scene";
import { verdictTexts } from "../verdict";
import { bytesOf, details, type Fold, fitting, headOf, joined, MOST_BYTES, marker } from "./comment";
import { escapeCell, escapeMarkdown } from "./escape";

/** More columns than these do not fit a pull request's page: further options follow in tables of their own. */
const COLUMNS = 5;

/**
 * The comparison for a comment on a pull request: a marker for a bot, the verdict, and the tables folded away. What does
 * not fit a comment is left out, the least important first. GitHub's Markdown, whose sanitiser keeps `<details>`,
 * `<br>` and `<wbr>`.
 *
 * @param options limits that the options were checked against, and their claims
 * @see https://github.github.com/gfm/
 */
export function renderMarkdown(
  comparison: Comparison,
  { budget = [], claims = [] }: Pick<CompareLayout, "budget" | "claims"> = {},
): string {
  const scenes = scenesOf(comparison);
  const head = [
    marker(comparison.options.map(({ id }) => id)),
    ...headOf(verdictTexts(verdictOf(comparison, { claims }), comparison)),
    ...exceeded(budget),
  ];
  const tables = (builders: readonly SectionOf[]) =>
    scenes.map((scene) => table(scene, [...budgetSections(scene, budget), ...sectionsOf(scene, builders)]));
  const folds = [
    details("All figures", tables(MAIN_SECTIONS)),
    ...LONG_SECTIONS.map((build) => foldOf(scenes, build)).filter((fold) => fold !== undefined),
  ];
  const signs = legend(comparison, [...head, ...folds.flatMap(({ blocks }) => blocks)]).map(escapeMarkdown);
  return joined([...head, ...fitting(folds, MOST_BYTES - bytesOf([...head, ...signs])), ...signs]);
}

/** Limits that are exceeded are no detail. */
function exceeded(budget: readonly CheckedLimit[]): string[] {
  const lines = budget.filter(({ verdict }) => verdict === "exceeded").map(budgetLine);
  const most = 20;
  const more = lines.length > most ? [`- and ${lines.length - most} more`] : [];
  const items = lines.slice(0, most).map((text) => `- **Budget**: ${escapeMarkdown(text)}`);
  return items.length === 0 ? [] : [[...items, ...more].join("\n")];
}

function scenesOf(comparison: Comparison): Scene[] {
  const { options } = comparison;
  return Array.from({ length: Math.ceil(options.length / COLUMNS) }, (_, index) => ({
    comparison,
    options: options.slice(index * COLUMNS, (index + 1) * COLUMNS),
  }));
}

/** GitHub reads Markdown inside of `<details>` between empty lines, and none in `<summary>`. */
function foldOf(scenes: readonly Scene[], build: SectionOf): Fold | undefined {
  const sections = scenes.map((scene) => ({ scene, section: build(scene) }));
  if (sections.every(({ section: { rows } }) => rows.length === 0)) return undefined;
  const tables = sections.map(({ scene, section: { rows } }) => table(scene, [{ title: "", rows }]));
  return details(sections[0]?.section.title ?? "", tables);
}

/** One table for several sections, so that their columns are aligned; a title is a row of its own. */
function table({ comparison, options }: Scene, sections: readonly Section[]): string {
  const empty = options.map(() => "");
  return [
    line(["", ...options.map((option) => heading(option, comparison))]),
    line(["---", ...options.map(() => "---")]),
    ...sections.flatMap(({ title, rows }) => [
      ...(title === "" ? [] : [line([`**${escapeMarkdown(title)}**`, ...empty])]),
      ...rows.map((row) => line(rowTexts(row))),
    ]),
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function heading({ id, baseline }: ComparedOption, { options }: Comparison): string {
  const note = baseline === undefined && options.length > 1 ? "<br>baseline" : "";
  return escapeCell(id) + note;
}

function rowTexts({ label, cells }: Row): string[] {
  return [paragraph(label), ...cells.map(cell)];
}

function cell({ paragraphs, wins }: Cell): string {
  const [first = "", ...rest] = paragraphs.map(paragraph);
  return [wins === undefined ? first : `${MARKS[wins]} **${first}**`, ...rest].join("<br>");
}

/** Colour is lost on GitHub; what hangs below something is moved in. */
function paragraph({ text, indent = 0, style }: Paragraph): string {
  const escaped = escapeCell(text);
  const shown = style === "bold" ? `**${escaped}**` : escaped;
  return "&nbsp;".repeat(indent) + shown;
}
