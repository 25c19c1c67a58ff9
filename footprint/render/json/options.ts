import type { Option } from "../../../config/model/option";
import { printableJson } from "../../../errors/printable";

/** Id, review, title and switches of each option, for programs: a contract. The first value of a switch is its default. */
export function renderOptionsJson(options: readonly Option[]): string {
  const rows = options.map(({ id, review, title, switches = {} }) => ({ id, review, title, switches }));
  return `${printableJson({ schemaVersion: 1, options: rows })}\n`;
}
