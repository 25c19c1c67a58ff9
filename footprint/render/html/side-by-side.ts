import type { CheckedLimit } from "../../budget";
import type { ComparedOption, Comparison } from "../../compare";
import type { Cell, Paragraph, Section, Win } from "../grid";
import type { Paint } from "../paint";
import { MAIN_SECTIONS, sectionsOf } from "../sections";
import { budgetSections } from "../sections/budget";
import type { Scene } from "../sections/scene";
import { type Html, html } from "./markup";
import type { Part } from "./part";
import { winMark } from "./ranges";

/** More columns than these do not fit a page: further options follow in tables of their own. */
const COLUMNS = 6;

/** Narrower than this, in pixels, a column holds no range: the table is scrolled instead. */
const COLUMN_WIDTH = 112;

/** CSS class of each terminal style. */
const CLASSES: Readonly<Record<keyof Paint, string>> = {
  bold: "strong",
  dim: "dim",
  green: "less",
  red: "more",
  magenta: "unknown",
};

/** The contents of the table in a terminal, without what has a chapter of its own. */
export function sideBySidePart(comparison: Comparison, budget: readonly CheckedLimit[]): Part {
  const { options } = comparison;
  const groups = Array.from({ length: Math.ceil(options.length / COLUMNS) }, (_, index) =>
    options.slice(index * COLUMNS, (index + 1) * COLUMNS),
  );
  return {
    id: "side-by-side",
    title: "Side by side",
    lead: "≥ is a lower bound: part of it is unresolved. A dot: only other options have it.",
    body: html`${groups.map((group) => table({ comparison, options: group }, budget))}`,
  };
}

function table(scene: Scene, budget: readonly CheckedLimit[]): Html {
  const ids = scene.options.map(({ id }) => id).join(", ");
  const sections = [...budgetSections(scene, budget), ...sectionsOf(scene, MAIN_SECTIONS)];
  return html`<div class="wide" role="region" tabindex="0" aria-label="Side by side: ${ids}"><table class="matrix" style="min-width:${(scene.options.length + 1) * COLUMN_WIDTH}px"><caption class="hidden">${ids}</caption><thead><tr><td></td>${scene.options.map(
    (option) => heading(option, scene.comparison),
  )}</tr></thead>
${sections.map((section) => body(section, scene.options.length))}</table></div>`;
}

function heading({ id, baseline }: ComparedOption, { options }: Comparison): Html {
  const isBaseline = baseline === undefined && options.length > 1;
  return html`<th scope="col">${id}${isBaseline && html` <span class="tag">baseline</span>`}</th>`;
}

function body({ title, rows }: Section, columns: number): Html {
  return html`<tbody><tr class="title"><th scope="rowgroup" colspan="${columns + 1}">${title}</th></tr>
${rows.map(
  ({ label, cells }) => html`<tr><th scope="row">${paragraph(label)}</th>${cells.map(cell)}</tr>
`,
)}</tbody>`;
}

function cell({ paragraphs: [first, ...rest], wins }: Cell): Html {
  return html`<td>${first && paragraph(first, wins)}${rest.map((each) => paragraph(each))}</td>`;
}

function paragraph({ text, style, indent = 0 }: Paragraph, wins?: Win): Html {
  const classes = [...(style === undefined ? [] : [CLASSES[style]]), ...(indent > 0 ? ["in"] : [])];
  const content = html`${text}${wins && winMark(wins)}`;
  return classes.length === 0
    ? html`<div>${content}</div>`
    : html`<div class="${classes.join(" ")}">${content}</div>`;
}
