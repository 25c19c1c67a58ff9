import type { CheckedLimit } from "../../budget";
import type { ComparedOption, Comparison } from "../../compare";
import { type Cell, MARKS, type Paragraph, type Row, type Section } from "../grid";
import { headline } from "../headline";
import { legend } from "../legend";
import { LONG_SECTIONS, MAIN_SECTIONS, type SectionOf, sectionsOf } from "../sections";
import { budgetSections } from "../sections/budget";
import type { Scene } from "../sections/scene";
import { escapeMarkdown } from "./escape";

/** More columns than these do not fit a pull request's page: further options follow in tables of their own. */
const COLUMNS = 5;

/**
 * The comparison for a comment on a pull request: headline, one table with the differences to the baseline, and
 * what is long folded away. GitHub's Markdown, whose sanitiser keeps `<details>` and `<br>`.
 *
 * @param budget limits that the options were checked against
 * @see https://github.github.com/gfm/
 */
export function renderMarkdown(comparison: Comparison, budget: readonly CheckedLimit[] = []): string {
  const [first = "", ...rest] = headline(comparison);
  const scenes = scenesOf(comparison);
  const blocks = [
    `### ${escapeMarkdown(first)}`,
    ...rest.map(escapeMarkdown),
    ...scenes.map((scene) =>
      table(scene, [...budgetSections(scene, budget), ...sectionsOf(scene, MAIN_SECTIONS)]),
    ),
    ...LONG_SECTIONS.flatMap((build) => folded(scenes, build)),
  ];
  const signs = legend(comparison, blocks).map(escapeMarkdown);
  return [...blocks, ...signs].map((block) => `${block}\n`).join("\n");
}

function scenesOf(comparison: Comparison): Scene[] {
  const { options } = comparison;
  return Array.from({ length: Math.ceil(options.length / COLUMNS) }, (_, index) => ({
    comparison,
    options: options.slice(index * COLUMNS, (index + 1) * COLUMNS),
  }));
}

/** GitHub reads Markdown inside of `<details>` between empty lines, and none in `<summary>`. */
function folded(scenes: readonly Scene[], build: SectionOf): string[] {
  const sections = scenes.map((scene) => ({ scene, section: build(scene) }));
  const tables = sections.map(({ scene, section: { rows } }) => table(scene, [{ title: "", rows }]));
  if (sections.every(({ section: { rows } }) => rows.length === 0)) return [];
  const title = sections[0]?.section.title ?? "";
  return [`<details><summary>${title}</summary>`, ...tables, "</details>"];
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
  return escapeMarkdown(id) + note;
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
  const escaped = escapeMarkdown(text);
  const shown = style === "bold" ? `**${escaped}**` : escaped;
  return "&nbsp;".repeat(indent) + shown;
}
