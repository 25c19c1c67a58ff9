import type { ScoreResult } from "../../../claims";
import { titleOf } from "../../../figures/registry";
import { criterionText } from "../../claims-text";
import { type Cell, cellOf, laySection, type Row } from "../../grid";
import { figure, UNDETERMINED } from "../../numbers";
import type { Paint } from "../../paint";
import { wrap } from "../../text";

const WIDEST_LABEL = 32;

/** The scores with their totals, and under each criterion the measures that bear on it. */
export function layScores(scores: ScoreResult, width: number, paint: Paint): string[] {
  const label = Math.min(WIDEST_LABEL, Math.floor(width / 2));
  const rows: Row[] = [
    { label: { text: "" }, cells: scores.columns.map(({ title }) => cellOf(title, "bold")) },
    ...scores.criteria.flatMap((criterion) => [
      { label: { text: criterionText(criterion) }, cells: scored(scores, criterion.scores, criterion.bold) },
      ...criterion.measures.map(({ key, figures }) => ({
        label: { text: titleOf(key), style: "dim" as const, indent: 2 },
        cells: scores.columns.map(({ id }) => {
          const found = figures[id];
          return cellOf(found === undefined ? UNDETERMINED : figure(found), "dim");
        }),
      })),
    ]),
    { label: { text: "Total", style: "bold" }, cells: scored(scores, scores.totals, scores.leader?.column) },
  ];
  const title = `Scores of review ${scores.review}, maximum ${scores.best} each, with the related figures at steady`;
  return ["", ...laySection({ title, rows }, label, width, paint), ...wrap(leaderText(scores), width)];
}

function scored(
  { columns }: ScoreResult,
  scores: Readonly<Record<string, number>>,
  bold: string | undefined,
): Cell[] {
  return columns.map(({ id }) => cellOf(String(scores[id]), id === bold ? "bold" : undefined));
}

function leaderText({ columns, leader }: ScoreResult): string {
  if (leader === undefined) return "Highest total: a tie.";
  const title = columns.find(({ id }) => id === leader.column)?.title ?? leader.column;
  return `Highest total: ${title}, by ${leader.points}.`;
}
