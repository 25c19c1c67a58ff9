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
  // On a narrow screen a cell shows its column's name from here: once a table, and not once a cell.
  const labels = columns.slice(1).map((column, index) => `--c${index + 2}:'${column}'`);
  return html`<table class="list" role="table" style="${labels.join(";")}"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(
    (column) => html`<th scope="col" role="columnheader">${column}</th>`,
  )}</tr></thead><tbody role="rowgroup">
${rows.map(row)}</tbody></table>`;
}

function row([first, ...rest]: readonly Child[]): Html {
  return html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${rest.map(
    (cell) => html`<td role="cell">${cell !== "" && html`<div>${cell}</div>`}</td>`,
  )}</tr>
`;
}
