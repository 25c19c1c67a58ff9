import type { Option } from "../../../config/model/option";
import { printableJson } from "../../../errors/printable";

/** Id, review and title of each option, for programs: a contract. */
export function renderOptionsJson(options: readonly Option[]): string {
  const rows = options.map(({ id, review, title }) => ({ id, review, title }));
  return `${printableJson({ schemaVersion: 1, options: rows })}\n`;
}
