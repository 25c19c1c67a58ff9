import type { ComparedOption } from "../../../compare";
import type { ListCost } from "../../../figures";
import type { Sum } from "../../../figures/figure";
import { type FigureKey, figureOf } from "../../../figures/registry";
import { figureText } from "../../figure-text";
import { type Cell, cellOf, type Row, type Section } from "../../grid";
import * as say from "../../numbers";

type Described = Pick<ComparedOption, "measures" | "footprint">;

/** The sums of one option: pods, compute, cost. */
export function summarySection(option: Described): Section {
  const { compute, cost, listCost } = option.measures;
  const text = (key: FigureKey) => figureText(figureOf(key), option, "steady") ?? "";
  const rows: Row[] = [
    pair("Pods", cellOf(points(compute.pods)), cellOf("")),
    pair(
      "CPU (cores)",
      cellOf(prefixed("requests", text("cpuCores.request"))),
      cellOf(prefixed("limits", text("cpuCores.limit"))),
    ),
    pair(
      "Memory (GiB)",
      cellOf(prefixed("requests", text("memoryGiB.request"))),
      cellOf(prefixed("limits", text("memoryGiB.limit"))),
    ),
  ];
  if (cost !== undefined) {
    const bound = cost.unpriced.length > 0 ? "≥ " : "";
    rows.push({
      label: { text: "Cost (USD/month)" },
      cells: [
        cellOf(
          `${bound}${say.range(cost.low, cost.high)} (${[cost.book.source, cost.book.asOf].filter((part) => part !== undefined).join(", ")})`,
        ),
      ],
    });
    rows.push(
      ...cost.lines.map(({ item, low, high }) =>
        pair("", cellOf(item, "dim"), cellOf(say.range(low, high), "dim")),
      ),
      ...cost.leftOut.map(({ item }) =>
        pair("", cellOf(item, "dim"), cellOf("excluded: not deployed", "dim")),
      ),
      ...cost.unpriced.map((thing) => pair("", cellOf(thing, "magenta"), cellOf("not priced", "magenta"))),
    );
  }
  rows.push(...listRows(listCost));
  return { title: "Summary at steady (min–max)", rows };
}

/** The sum alone: `weighbridge cost` lists the line items. */
function listRows({ lines, min, steady, max, atLeast, unpriced, environments }: ListCost): Row[] {
  if (lines.length === 0) return [];
  const ends = min === max ? "" : ` (${say.range(min, max)})`;
  const open = unpriced.length === 0 ? "" : `, ${unpriced.length} not priced`;
  return [
    {
      label: { text: "Cost at list prices (USD/month)" },
      cells: [
        cellOf(
          `${atLeast ? "≥ " : ""}${say.money(steady)}${ends} (${environments.names.join(", ")}${open}; see weighbridge cost)`,
        ),
      ],
    },
  ];
}

function pair(label: string, left: Cell, right: Cell): Row {
  return { label: { text: label }, cells: [left, right] };
}

/** `limits 4`, and `no limits` as it is. */
function prefixed(what: string, text: string): string {
  return text.endsWith(what) ? text : `${what} ${text}`;
}

function points(sum: Sum): string {
  return say.sum(sum, "steady");
}
