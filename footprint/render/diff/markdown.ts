import type { CheckedLimit } from "../../budget";
import type { OptionDiff, SideDiff } from "../../diff/model";
import type { DiffLayout } from "../format";
import { bytesOf, cut, details, type Fold, fitting, joined, MOST_BYTES } from "../markdown/comment";
import { escapeCell, escapeMarkdown } from "../markdown/escape";
import { budgetLine } from "../sections/budget";
import { figureParts, figureRows } from "./figures";
import { sentenceOf, unchangedText, weightOf } from "./sentence";
import { type ChangeList, changeLists, claimList, claimParts, reachParts, resourceText } from "./things";

/** Options of one table: more do not fit the 780 px of a comment. */
const COLUMNS = 3;
/** Longest line of the head, in characters. */
const LENGTH = 1200;
/** Lines of one list that a comment has. */
const MOST_LINES = 200;
/** Limits that are named above the folds. */
const MOST_LIMITS = 20;

/**
 * The diff as a comment on a pull request: a hidden marker by which a bot finds the comment that it updates, a title,
 * five lines, and the tables folded away. Below 65,536 bytes whatever comes.
 */
export function renderDiffMarkdown(diff: SideDiff, { budget = [], marker }: DiffLayout = {}): string {
  const head = [
    markerOf(marker),
    `### ${cut(escapeMarkdown(titleOf(diff)), LENGTH)}`,
    fiveLines(diff),
    ...limits(budget),
  ];
  // Paths of a machine that builds say nothing on a pull request.
  const signs = `differences at ${diff.at} · ≥ at least, part unresolved`;
  const folds = [...figureFolds(diff), ...listFolds(diff)];
  return joined([...head, ...fitting(folds, MOST_BYTES - bytesOf([...head, signs])), signs]);
}

/** Hidden, and the same for every run: a bot finds the comment that it updates by it. */
function markerOf(name: string | undefined): string {
  // Two hyphens would end the comment in some readers.
  const words = (name ?? "")
    .replace(/[^A-Za-z0-9.@=]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 200);
  return words === "" ? "<!-- weighbridge:diff -->" : `<!-- weighbridge:diff ${words} -->`;
}

function titleOf(diff: SideDiff): string {
  const { options, added, removed } = diff;
  const changed = options.filter((option) => sentenceOf(option, diff) !== undefined);
  const [only] = changed;
  const ofClaims = claimParts(diff);
  const parts = [
    ...(only !== undefined && changed.length === 1 ? [`${only.id}: ${sentenceOf(only, diff)}`] : []),
    ...(changed.length > 1 ? [`${changed.length} of ${options.length} options changed`] : []),
    ...ofClaims,
    ...(added.length > 0 ? [`added: ${added.map(({ id }) => id).join(", ")}`] : []),
    ...(removed.length > 0 ? [`removed: ${removed.map(({ id }) => id).join(", ")}`] : []),
  ];
  return parts.join("; ") || (unchangedText(diff) ?? "nothing changed");
}

function fiveLines(diff: SideDiff): string {
  const ofEach = (partsOf: (option: OptionDiff) => readonly string[]) =>
    diff.options.flatMap((option) => {
      const text = partsOf(option).join(", ");
      if (text === "") return [];
      return [diff.options.length > 1 ? `${option.id}: ${text}` : text];
    });
  const lines: readonly (readonly [title: string, texts: readonly string[], otherwise: string])[] = [
    ["Weight", [...ofEach((option) => figureParts(option, diff.at, ["weight"])), ...oneSided(diff)], "same"],
    ["Cost", ofEach((option) => figureParts(option, diff.at, ["cost"])), "same"],
    [
      "Reach",
      ofEach((option) => [...figureParts(option, diff.at, ["failure"]), ...reachParts(option)]),
      "same",
    ],
    [
      "Claims",
      [...ofEach(({ id }) => claimParts(diff, id)), ...claimParts(diff)],
      diff.claims === undefined ? "not compared" : "same",
    ],
    ["Resources", ofEach((option) => [resourceText(option) ?? ""].filter((text) => text !== "")), "same"],
  ];
  return lines
    .map(
      ([title, texts, otherwise]) =>
        `- **${title}**: ${cut(escapeMarkdown(texts.join("; ") || otherwise), LENGTH)}`,
    )
    .join("\n");
}

function oneSided({ added, removed, at }: SideDiff): string[] {
  return [
    ...added.map((option) => `${option.id} added: ${weightOf(option, at)}`),
    ...removed.map((option) => `${option.id} removed: it had ${weightOf(option, at)}`),
  ];
}

/** What says no is no detail. */
function limits(budget: readonly CheckedLimit[]): string[] {
  const lines = budget.filter(({ verdict }) => verdict !== "within").map(budgetLine);
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LIMITS ? [`- and ${lines.length - MOST_LIMITS} more`] : [];
  return [
    [...lines.slice(0, MOST_LIMITS).map((text) => `- **Budget**: ${escapeMarkdown(text)}`), ...more].join(
      "\n",
    ),
  ];
}

/** Every figure of every option, also what did not change. */
function figureFolds(diff: SideDiff): Fold[] {
  const all = ["weight", "cost", "failure", "operations"];
  const tables = Array.from({ length: Math.ceil(diff.options.length / COLUMNS) }, (_, index) => {
    const options = diff.options.slice(index * COLUMNS, (index + 1) * COLUMNS);
    const columns = options.map(
      (option) => new Map(figureRows(option, diff.at, all).map((row) => [row.label, row])),
    );
    const labels = [...new Set(columns.flatMap((rows) => [...rows.keys()]))];
    const isThere = (label: string) =>
      columns.some((rows) =>
        [rows.get(label)?.was, rows.get(label)?.is].some((text) => (text ?? "none") !== "none"),
      );
    const cells = labels.filter(isThere).map((label) => [
      escapeCell(label),
      ...columns.map((rows) => {
        const row = rows.get(label);
        if (row === undefined) return "–";
        if (!row.isChanged) return escapeCell(row.is);
        return `${escapeCell(row.was)} → **${escapeCell(row.is)}**<br>${escapeCell(row.difference)}`;
      }),
    ]);
    return [
      ["", ...options.map(({ id }) => escapeCell(id))],
      ["", ...options.map(() => "")].map(() => "---"),
      ...cells,
    ]
      .map((row) => `| ${row.join(" | ")} |`)
      .join("\n");
  });
  return tables.length === 0 ? [] : [details("All figures", tables)];
}

/** A fold for each kind of list, the options one under the other. */
function listFolds(diff: SideDiff): Fold[] {
  const byTitle = new Map<string, string[]>();
  const add = (name: string | undefined, { title, lines }: ChangeList) => {
    if (lines.length === 0) return;
    const blocks = byTitle.get(title) ?? [];
    const shown = lines
      .slice(0, MOST_LINES)
      .flatMap(({ sign, text, details }) => [
        `- ${sign === "!" ? "**!**" : `\`${sign}\``} ${escapeCell(text)}`,
        ...details.map((each) => `  - ${escapeCell(each)}`),
      ]);
    const more = lines.length > MOST_LINES ? [`- and ${lines.length - MOST_LINES} more`] : [];
    byTitle.set(title, [
      ...blocks,
      ...(name === undefined ? [] : [`**${escapeMarkdown(name)}**`]),
      [...shown, ...more].join("\n"),
    ]);
  };
  for (const option of diff.options) {
    const name = diff.options.length > 1 ? option.id : undefined;
    for (const list of [claimList(diff, option.id), ...changeLists(option)]) add(name, list);
  }
  add(undefined, claimList(diff));
  return [...byTitle].map(([title, blocks]) => details(title, blocks));
}
