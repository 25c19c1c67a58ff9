import type { VerdictText } from "../verdict";
import { escapeMarkdown } from "./escape";

/** GitHub refuses a comment of 65,536 characters or more; counted as bytes, so that every site takes it. */
export const MOST_BYTES = 65_000;
/** Longest line of a verdict, in characters: shorter where there are many decisions. */
const LENGTHS = [1200, 400, 120];

/** The lines of a decision in a comment: an aspect of the verdict each, why it leads in one. */
const LINES: readonly (readonly [title: string, labels: readonly string[]])[] = [
  ["Why", ["Requests", "Cost", "Failure", "Reach"]],
  ["For what", ["For what"]],
  ["Against", ["Against"]],
  ["Claims", ["Claims"]],
  ["Open", ["Open"]],
];

/** Hidden, and the same for the same options: a bot finds the comment that it updates by it. */
export function marker(ids: readonly string[]): string {
  // Two hyphens would end the comment in some readers.
  const names = ids.map((id) => id.replace(/[^A-Za-z0-9.@=]+/g, "-")).join(" ");
  return `<!-- weighbridge:compare ${names.slice(0, 1000)} -->`;
}

/** Title and five lines of each decision, shortened until they fit. */
export function headOf(verdicts: readonly VerdictText[]): readonly string[] {
  for (const length of LENGTHS) {
    const blocks = verdicts.flatMap((verdict) => decisionBlocks(verdict, length));
    if (bytesOf(blocks) < MOST_BYTES / 2) return blocks;
  }
  const most = 20;
  return [
    ...verdicts.slice(0, most).flatMap((verdict) => decisionBlocks(verdict, LENGTHS.at(-1) ?? 0)),
    `and ${verdicts.length - most} more decisions`,
  ];
}

function decisionBlocks({ title, answer, lines }: VerdictText, length: number): string[] {
  const texts = LINES.flatMap(([name, labels]) => {
    const own = lines.filter(({ label }) => labels.includes(label));
    const text = own
      .map((each) => (labels.length > 1 ? `${each.label}: ` : "") + each.texts.join("; "))
      .join(". ");
    return text === "" ? [] : [`- **${name}**: ${cut(escapeMarkdown(text), length)}`];
  });
  return [`### ${cut(escapeMarkdown(`${title}: ${answer}`), length)}`, texts.join("\n")].filter(
    (block) => block !== "",
  );
}

/** Never within an escape or an entity: between words. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  return `${text.slice(0, Math.max(end, 0))} …`;
}

/** Blocks as they are written, an empty line between them. */
export function joined(blocks: readonly string[]): string {
  return blocks.map((block) => `${block}\n`).join("\n");
}

export function bytesOf(blocks: readonly string[]): number {
  return Buffer.byteLength(joined(blocks));
}

/** What is folded away. */
export interface Fold {
  readonly title: string;
  readonly blocks: readonly string[];
}

export function details(title: string, tables: readonly string[]): Fold {
  return { title, blocks: [`<details><summary>${title}</summary>`, ...tables, "</details>"] };
}

/** The folds that fit in so many bytes, in their order, and a line about those that do not. */
export function fitting(folds: readonly Fold[], most: number): string[] {
  let left = most - 500;
  const shown: string[] = [];
  const omitted: string[] = [];
  for (const { title, blocks } of folds) {
    const size = bytesOf(blocks);
    if (size > left) omitted.push(title);
    else {
      shown.push(...blocks);
      left -= size;
    }
  }
  if (omitted.length === 0) return shown;
  return [...shown, `Too long for a comment: ${omitted.join(", ")}. See the report.`];
}
