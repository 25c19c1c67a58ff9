import type { WeighedScores } from "../../../claims";
import { type Cell, cellOf, laySection, type Row } from "../../grid";
import { figure } from "../../numbers";
import type { Paint } from "../../paint";
import { wrap } from "../../text";

const WIDEST_LABEL = 32;

/** Lines of a comparison, as a score's reader calls them. */
const LABELS: Readonly<Record<string, string>> = {
  pods: "pods",
  "cpuCores.request": "CPU cores reserved",
  "cpuCores.limit": "CPU cores at most",
  "memoryGiB.request": "memory GiB reserved",
  "memoryGiB.limit": "memory GiB at most",
  stores: "stores of its own",
  "topics.count": "topics",
  "costUsdPerMonth.low": "USD a month, low",
  "costUsdPerMonth.high": "USD a month, high",
  singlePointsOfFailure: "single points of failure",
  supplyChains: "supply chains",
  phpWorkers: "PHP workers",
  upstreamConnections: "connections upstream",
  stoppedBySinglePoint: "workloads one single point stops",
  rollBackSeconds: "roll-back at most, s",
  outOfSupport: "out of support",
  pages: "alerts that page",
};

/** The scores with their totals, and under each criterion the measures that bear on it. */
export function layScores(scores: WeighedScores, width: number, paint: Paint): string[] {
  const label = Math.min(WIDEST_LABEL, Math.floor(width / 2));
  const rows: Row[] = [
    { label: { text: "" }, cells: scores.columns.map(({ title }) => cellOf(title, "bold")) },
    ...scores.criteria.flatMap((criterion) => [
      { label: { text: criterion.name }, cells: scored(scores, criterion.scores, criterion.bold) },
      ...criterion.measures.map(({ key, figures }) => ({
        label: { text: LABELS[key] ?? key, style: "dim" as const, indent: 2 },
        cells: scores.columns.map(({ id }) => {
          const found = figures[id];
          return cellOf(found === undefined ? "not known" : figure(found), "dim");
        }),
      })),
    ]),
    { label: { text: "Total", style: "bold" }, cells: scored(scores, scores.totals, scores.leader?.column) },
  ];
  const title = `Scores of review ${scores.review}, of ${scores.best} each, and what bears on them at steady state`;
  return ["", ...laySection({ title, rows }, label, width, paint), ...wrap(leaderText(scores), width)];
}

function scored(
  { columns }: WeighedScores,
  scores: Readonly<Record<string, number>>,
  bold: string | undefined,
): Cell[] {
  return columns.map(({ id }) => cellOf(String(scores[id]), id === bold ? "bold" : undefined));
}

function leaderText({ columns, leader }: WeighedScores): string {
  if (leader === undefined) return "Highest total: several are level.";
  const title = columns.find(({ id }) => id === leader.column)?.title ?? leader.column;
  return `Highest total: ${title}, by ${leader.points}.`;
}
