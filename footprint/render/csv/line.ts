import { printable } from "../../../errors/printable";

/** What a spreadsheet takes for a formula, plain or full-width. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * One line of a spreadsheet; an absent value is an empty field, a number stays one. A text is made printable, and one
 * that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvLine(values: readonly (string | number | boolean | undefined)[]): string {
  return `${values.map(field).join(",")}\r\n`;
}

function field(value: string | number | boolean | undefined): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = printable(value);
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
