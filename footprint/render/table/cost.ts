import type { ComparedOption, Comparison } from "../../compare";
import { type CostEntry, entriesOf } from "../cost-entries";
import { cellOf, laySection, layTitle, listCell, type Row } from "../grid";
import * as say from "../numbers";
import { type LayoutOptions, plain } from "../paint";
import { costSection } from "../sections/cost";
import { reconciliationSection } from "../sections/reconciliation";
import { wrap } from "../text";

const WIDEST_LABEL = 26;

/** Each option for people: both sums side by side, then every line with its price, source and date. */
export function renderCostTable(
  comparison: Comparison,
  { width = 80, paint = plain }: LayoutOptions = {},
): string {
  const label = Math.max(1, Math.min(WIDEST_LABEL, Math.floor(width / 3)));
  const lines = comparison.options.flatMap((option) => {
    const scene = { comparison, options: [option] };
    const entries = entriesOf(option);
    const reconciled = ({ measures: { cost, listCost } }: ComparedOption) =>
      cost === undefined || listCost.lines.length === 0 ? [] : [reconciliationSection(option, comparison.at)];
    const section = (title: string, kind: CostEntry["kind"]) => ({
      title,
      rows: entries.filter((entry) => entry.kind === kind).map(row),
    });
    return [
      ...layTitle(`${option.id}: ${option.title}`, width, paint),
      ...laySection(costSection(scene), label, width, paint),
      "",
      ...reconciled(option).flatMap((each) => [...laySection(each, label, width, paint), ""]),
      ...[section("Line items of the review", "review"), section(listTitle(option), "list")]
        .filter(({ rows }) => rows.length > 0)
        .flatMap((each) => [...laySection(each, label, width, paint), ""]),
    ];
  });
  const sources = sourcesOf(comparison);
  if (sources.length === 0) return lines.join("\n");
  return `${[...lines, ...layTitle("Sources", width, paint), ...sources.flatMap((text) => wrap(text, width, 2))].join("\n")}\n`;
}

function listTitle({ measures: { listCost } }: ComparedOption): string {
  return `List-price line items, for ${listCost.environments.names.join(" and ")}`;
}

function row(entry: CostEntry): Row {
  const { thing, sku, low, high, steady, note, asOf, book, assumed, usage, discount, inCurrency } = entry;
  const amount =
    low === undefined || high === undefined
      ? cellOf(note ?? "", "magenta")
      : listCell([
          { text: steady === undefined ? say.range(low, high) : withEnds(steady, low, high) },
          ...(inCurrency === undefined
            ? []
            : [{ text: `${inCurrency.code} ${currencyText(inCurrency)}`, style: "dim" as const }]),
          ...(note === undefined ? [] : [{ text: note, style: "magenta" as const }]),
        ]);
  return {
    label: { text: thing, hang: 2 },
    cells: [
      amount,
      listCell(
        [
          ...(sku === undefined ? [] : [{ text: sku, hang: 2 }]),
          ...calculation(entry).map((text) => ({ text, hang: 2 })),
          ...(discount === undefined
            ? []
            : [
                {
                  text: `${discount.percent} % off ${say.price(discount.usd)}: ${discount.why}, ${discount.book}`,
                  hang: 2,
                },
              ]),
          ...(usage === undefined
            ? []
            : [{ text: `usage: ${usage.figures.join(", ")} (${usage.file})`, hang: 2 }]),
          ...(book === undefined
            ? []
            : [
                {
                  text: [book, asOf, assumed ? "assumed" : undefined]
                    .filter((part) => part !== undefined)
                    .join(", "),
                  style: "dim" as const,
                  hang: 2,
                },
              ]),
        ],
        "",
      ),
    ],
  };
}

function currencyText({ low, high, steady }: NonNullable<CostEntry["inCurrency"]>): string {
  return steady === undefined ? say.range(low, high) : withEnds(steady, low, high);
}

function withEnds(steady: number, low: number, high: number): string {
  return low === high ? say.money(steady) : `${say.money(steady)} (${say.range(low, high)})`;
}

/** `3 (2–15) × 0.192 USD per hour`: in one environment. */
function calculation({ quantity, usdPerUnit, unit, rates = [] }: CostEntry): string[] {
  if (quantity === undefined || usdPerUnit === undefined) return [];
  const less = rates
    .slice(1)
    .filter(({ above }) => above < quantity.max)
    .map(({ above, usd }) => `, ${say.price(usd)} above ${say.number(above)}`);
  return [`${say.span(quantity, "steady")} × ${say.price(usdPerUnit)} USD per ${unit}${less.join("")}`];
}

/** Each source once, with the names of what it prices. */
function sourcesOf({ options }: Comparison): string[] {
  const bySource = new Map<string, Set<string>>();
  for (const { source, sku, thing, kind } of options.flatMap(entriesOf)) {
    if (source === undefined) continue;
    const things = bySource.get(source) ?? new Set();
    bySource.set(source, things.add(kind === "list" && sku !== undefined ? sku : thing));
  }
  return [...bySource].map(([source, things]) => `${[...things].join(", ")}: ${source}`);
}
