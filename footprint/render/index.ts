import { csv } from "./csv/format";
import type { Format, RenderedCommand, Renderers } from "./format";
import { html } from "./html/format";
import { json } from "./json/format";
import { markdown } from "./markdown/format";
import { ndjson } from "./ndjson/format";
import { table } from "./table/format";
import { wide } from "./wide/format";
import { yaml } from "./yaml/format";

export type { ClaimResults, CompareLayout, Format, RenderedCommand, Renderers, ShowLayout } from "./format";
export { COLUMN_NAMES } from "./table/columns";

/** Every output format; the first that a command offers is its default. */
export const FORMATS: readonly Format[] = [table, wide, markdown, json, ndjson, yaml, csv, html];

/** The words that `--format` of a command accepts. */
export function formatNames(command: RenderedCommand): readonly string[] {
  return FORMATS.filter((format) => format.renderers[command] !== undefined).map(({ name }) => name);
}

/** The renderer of a command in a format. @throws Error for a format that the command does not offer */
export function rendererOf<C extends RenderedCommand>(command: C, name: string): Renderers[C] {
  const renderer = FORMATS.find((format) => format.name === name)?.renderers[command];
  if (renderer === undefined) throw new Error(`${command} has no format '${name}'`);
  return renderer;
}
