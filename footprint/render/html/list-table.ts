import type { ComparedOption } from "../../compare";
import { hidesMore } from "../../figures/hidden";
import { type Child, type Html, html } from "./markup";

/** A table of things, one a row, whose first column names the thing. */
export interface ListTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  /** Shown if there is no row. */
  readonly none: string;
}

/** Text if no option has a thing: a document may have some that are unresolved. */
export function noneIn(options: readonly ComparedOption[], none: string): string {
  return options.some(({ footprint }) => hidesMore(footprint))
    ? "None found; some values are unresolved."
    : none;
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are explicit because a table whose
 * rows are laid out as blocks loses them in some browsers.
 */
export function listTable({ caption, columns, rows, none }: ListTable): Html {
  if (rows.length === 0) return html`<p class="none">${none}</p>`;
  return html`<table class="list" role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(
    (column) => html`<th scope="col" role="columnheader">${column}</th>`,
  )}</tr></thead><tbody role="rowgroup">
${rows.map((cells) => row(cells, columns))}</tbody></table>`;
}

function row([first, ...rest]: readonly Child[], [, ...columns]: readonly string[]): Html {
  return html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${rest.map(
    (cell, index) =>
      html`<td role="cell" data-label="${columns[index] ?? ""}">${cell !== "" && html`<div>${cell}</div>`}</td>`,
  )}</tr>
`;
}
