import { printableJson } from "../../../errors/printable";
import type { Sensitivity } from "../../sensitivity";
import { csvLine } from "../csv/line";

/** For programs: a contract, every change of every pair. */
export function renderSensitivityJson(result: Sensitivity): string {
  return `${printableJson({ schemaVersion: 1, ...result })}\n`;
}

const COLUMNS = [
  "decision",
  "figure",
  "unit",
  "leader",
  "other",
  "leaderValue",
  "leaderAtLeast",
  "otherValue",
  "otherAtLeast",
  "order",
  "input",
  "option",
  "from",
  "to",
  "change",
  "percent",
  "orderAfter",
] as const;

/** One row for each change that reverses an order; a pair that no change reverses has one without a change. */
export function renderSensitivityCsv({ decisions }: Sensitivity): string {
  const rows = decisions.flatMap(({ title, orders }) =>
    orders.flatMap((pair) => {
      const { figure, unit, leader, other, values, order, flips } = pair;
      const head = [
        title,
        figure,
        unit,
        leader,
        other,
        values.leader.value,
        values.leader.atLeast,
        values.other.value,
        values.other.atLeast,
        order,
      ];
      if (flips.length === 0) return [head.concat(Array.from({ length: 7 }, () => ""))];
      return flips.map((flip) => [
        ...head,
        flip.input,
        flip.option,
        flip.from,
        flip.to,
        flip.change,
        flip.percent,
        flip.orderAfter,
      ]);
    }),
  );
  return [COLUMNS, ...rows].map(csvLine).join("");
}
