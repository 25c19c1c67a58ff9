import type { ComparedOption } from "../../compare";
import type { Sum } from "../../measure/figure";
import { type Cell, cellOf, type Row, type Section } from "../grid";
import * as say from "../numbers";

type Described = Pick<ComparedOption, "measures">;

/** The sums of one option: pods, compute, cost. */
export function summarySection({ measures: { compute, cost } }: Described): Section {
  const rows: Row[] = [
    pair("Pods", cellOf(points(compute.pods)), cellOf("")),
    pair(
      "CPU, cores",
      cellOf(`reserve ${points(compute.cpuCores.request)}`),
      cellOf(`limit ${points(compute.cpuCores.limit)}`),
    ),
    pair(
      "Memory, GiB",
      cellOf(`reserve ${points(compute.memoryGiB.request)}`),
      cellOf(`limit ${points(compute.memoryGiB.limit)}`),
    ),
  ];
  if (cost !== undefined) {
    const bound = cost.unpriced.length > 0 ? "≥ " : "";
    rows.push({
      label: { text: "Cost, USD a month" },
      cells: [cellOf(`${bound}${say.range(cost.low, cost.high)} (${cost.book.source}, ${cost.book.asOf})`)],
    });
    rows.push(
      ...cost.lines.map(({ item, low, high }) =>
        pair("", cellOf(item, "dim"), cellOf(say.range(low, high), "dim")),
      ),
      ...cost.leftOut.map(({ item }) =>
        pair("", cellOf(item, "dim"), cellOf("left out: not deployed", "dim")),
      ),
      ...cost.unpriced.map((thing) => pair("", cellOf(thing, "magenta"), cellOf("unpriced", "magenta"))),
    );
  }
  return { title: "In sum, at steady (min–max)", rows };
}

function pair(label: string, left: Cell, right: Cell): Row {
  return { label: { text: label }, cells: [left, right] };
}

function points(sum: Sum): string {
  return say.sum(sum, "steady");
}
