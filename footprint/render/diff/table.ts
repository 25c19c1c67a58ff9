import type { OptionDiff, SideDiff } from "../../diff/model";
import type { DiffLayout } from "../format";
import { layTitle } from "../grid";
import { type Paint, plain } from "../paint";
import { budgetLine } from "../sections/budget";
import { displayWidth, wrap } from "../text";
import { type FigureRow, figureRows } from "./figures";
import { sentenceOf, unchangedText, weightOf } from "./sentence";
import { type ChangeLine, type ChangeList, changeLists, claimList, claimParts } from "./things";

/** More lines of one list than these are counted. */
const MOST = 12;

const GROUPS: readonly (readonly [title: string, groups: readonly string[]])[] = [
  ["Weight", ["weight"]],
  ["Cost", ["cost"]],
  ["Failure and operations", ["failure", "operations"]],
];

/** For a terminal: what changed and nothing else, of each option first the sentence that matters. */
export function renderDiffTable(
  diff: SideDiff,
  { width = 80, paint = plain, budget = [] }: DiffLayout = {},
): string {
  const options = diff.options.flatMap((option) => {
    const sentence = sentenceOf(option, diff);
    return sentence === undefined ? [] : [optionLines(option, sentence, diff, { width, paint })];
  });
  const others = claimList(diff);
  const lines = [
    ...options,
    ...(others.lines.length === 0
      ? []
      : [
          [
            ...layTitle(`claims: ${claimParts(diff).join(", ") || "changed"}`, width, paint),
            ...listLines({ ...others, title: "" }, width, paint),
          ],
        ]),
    [
      ...diff.added.map((option) => `${option.id}: added: ${weightOf(option, diff.at)}`),
      ...diff.removed.map((option) => `${option.id}: removed: it had ${weightOf(option, diff.at)}`),
      ...[unchangedText(diff) ?? []].flat(),
    ].flatMap((text) => wrap(text, width, 2)),
    budget
      .filter(({ verdict }) => verdict !== "within")
      .flatMap((each) => wrap(`budget: ${budgetLine(each)}`, width, 2).map((text) => paint.red(text))),
  ].filter((block) => block.length > 0);
  return `${lines.map((block) => block.join("\n")).join("\n\n")}\n`;
}

interface Layout {
  readonly width: number;
  readonly paint: Paint;
}

function optionLines(
  option: OptionDiff,
  sentence: string,
  diff: SideDiff,
  { width, paint }: Layout,
): string[] {
  const figures = GROUPS.flatMap(([title, groups]) => {
    const rows = figureRows(option, diff.at, groups).filter(({ isChanged }) => isChanged);
    if (rows.length === 0) return [];
    return [
      "",
      ...wrap(title, width).map((text) => paint.bold(text)),
      ...rows.flatMap((row) => layFigure(row, width)),
    ];
  });
  const lists = [claimList(diff, option.id), ...changeLists(option)].filter(({ lines }) => lines.length > 0);
  return [
    ...layTitle(`${option.id}: ${sentence}`, width, paint),
    ...figures,
    ...lists.flatMap((list) => listLines(list, width, paint)),
  ];
}

/** Label, both values, and the difference: each wraps in its own column. */
function layFigure({ label, was, is, difference }: FigureRow, width: number): string[] {
  const first = Math.max(6, Math.min(28, Math.floor(width * 0.32)));
  const last = Math.max(6, Math.min(20, Math.floor(width * 0.25)));
  const columns = [
    { width: first, lines: wrap(label, first, 2) },
    { width: width - first - last - 4, lines: wrap(`${was} → ${is}`, Math.max(1, width - first - last - 4)) },
    { width: last, lines: wrap(difference, last) },
  ];
  const height = Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    columns
      .map(({ width: columnWidth, lines }) => {
        const text = lines[index] ?? "";
        return text + " ".repeat(Math.max(0, columnWidth - displayWidth(text)));
      })
      .join("  ")
      .trimEnd(),
  );
}

const STYLES: Readonly<Record<ChangeLine["sign"], keyof Paint>> = {
  "+": "green",
  "-": "red",
  "~": "bold",
  "!": "red",
};

function listLines({ title, lines }: ChangeList, width: number, paint: Paint): string[] {
  const shown = lines
    .slice(0, MOST)
    .flatMap(({ sign, text, details }) => [
      ...wrap(`${sign} ${text}`, width, 4).map((line, index) =>
        index === 0 ? `${paint[STYLES[sign]](sign)}${line.slice(1)}` : line,
      ),
      ...details
        .slice(0, MOST)
        .flatMap((each) => wrap(each, Math.max(1, width - 4), 2).map((line) => `    ${line}`)),
      ...(details.length > MOST ? [`    and ${details.length - MOST} more`] : []),
    ]);
  const more = lines.length - MOST;
  return [
    ...(title === "" ? [] : ["", ...wrap(title, width).map((text) => paint.bold(text))]),
    ...shown,
    ...(more > 0 ? wrap(`and ${more} more; --format json has all`, width, 2) : []),
  ];
}
