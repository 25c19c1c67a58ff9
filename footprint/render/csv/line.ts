/**
 * One line of a spreadsheet; an absent value is an empty field.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvLine(values: readonly (string | number | boolean | undefined)[]): string {
  return `${values.map((value) => field(String(value ?? ""))).join(",")}\r\n`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
