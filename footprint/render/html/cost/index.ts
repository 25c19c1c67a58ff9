import type { Currency, PricedThing } from "../../../../config/prices";
import type { ComparedOption, Comparison } from "../../../compare";
import type { ListLine } from "../../../figures";
import { POINTS, type Point } from "../../../figures/figure";
import * as say from "../../numbers";
import { type Html, html } from "../markup";
import type { Part } from "../part";
import { listLines, reviewLines } from "./lines";
import { KINDS, type Segment, stack } from "./stack";

/** The lines of both price sources as stacks per option, on one scale, and as tables. */
export function costPart({ options }: Comparison): Part | undefined {
  const measures = options.map((option) => option.measures);
  const kinds = new Set(
    measures.flatMap(({ cost, listCost }) => [
      ...(cost?.lines ?? []).map(({ thing }) => thing.kind),
      ...listCost.lines.map(({ kind }) => kind),
    ]),
  );
  if (kinds.size === 0) return undefined;
  const scale = Math.max(1, ...measures.map(({ cost, listCost }) => Math.max(cost?.high ?? 0, listCost.max)));
  return {
    id: "cost",
    title: "Cost",
    lead: "What each option costs in USD/month by the line items of its review (low above high) and at list prices (min, steady, max).",
    body: html`<ul class="legend">${(Object.keys(KINDS) as PricedThing["kind"][])
      .filter((kind) => kinds.has(kind))
      .map(
        (kind) => html`<li><span class="swatch ${kind}"></span>${KINDS[kind]}</li>`,
      )}</ul><ul class="bars stacks">
${options.map((option, index) => html`${reviewRow(option, scale, `cost-${index}`)}${listRow(option, scale, `list-cost-${index}`)}`)}</ul>`,
  };
}

function reviewRow({ id, measures: { cost } }: ComparedOption, scale: number, anchor: string): Html {
  if (cost === undefined) {
    return html`<li><span class="name">${id}, estimate from the review</span> <span class="value unknown">no prices</span></li>
`;
  }
  const bound = cost.unpriced.length > 0 ? "≥ " : "";
  const picture = stack(
    {
      anchor,
      title: `Cost of ${id} by line item`,
      description: cost.lines.map(({ item, low, high }) => `${item}: ${say.range(low, high)}`).join("; "),
      bars: (["low", "high"] as const).map((end) =>
        cost.lines.map((line) => ({ kind: line.thing.kind, name: line.item, usd: line[end] })),
      ),
    },
    scale,
  );
  return html`<li><span class="name">${id}, estimate from the review</span> <span class="value"><b>${bound}${say.range(cost.low, cost.high)}</b> <small>USD${exchanged(cost.currency, cost.low, cost.high)}</small></span>${picture}<details><summary>Line items of ${id} in the review</summary>${reviewLines(id, cost)}</details></li>
`;
}

function listRow({ id, measures: { listCost } }: ComparedOption, scale: number, anchor: string): Html {
  const { lines, min, max, atLeast } = listCost;
  const details = html`<details><summary>List-price line items of ${id}</summary>${listLines(id, listCost)}</details>`;
  if (lines.length === 0) {
    return html`<li><span class="name">${id}, at list prices</span> <span class="value unknown">no prices</span>${details}</li>
`;
  }
  const picture = stack(
    {
      anchor,
      title: `Cost of ${id} at list prices`,
      description: byKind(lines, "steady")
        .map(({ name, usd }) => `${name}: ${say.money(usd)} at steady`)
        .join("; "),
      // One segment per kind: the table below has the lines, and a report has many options.
      bars: POINTS.map((point) => byKind(lines, point)),
    },
    scale,
  );
  return html`<li><span class="name">${id}, at list prices</span> <span class="value"><b>${atLeast && "≥ "}${say.range(min, max)}</b> <small>USD${exchanged(listCost.currency, min, max)}</small></span>${picture}${details}</li>
`;
}

/** The same in another currency, at the user's rate. */
function exchanged(currency: Currency | undefined, low: number, high: number): string {
  if (currency === undefined) return "";
  const { code, perUsd, asOf, source } = currency;
  return `; ${code} ${say.range(low * perUsd, high * perUsd)} at ${perUsd} per USD, ${asOf}, ${source}`;
}

/** Sum of the lines of each kind at an operating point. */
function byKind(lines: readonly ListLine[], point: Point): Segment[] {
  const kinds = new Set(lines.map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const cents = lines
      .filter((line) => line.kind === kind)
      .reduce((sum, { usd }) => sum + Math.round(usd[point] * 100), 0);
    return { kind, name: KINDS[kind], usd: cents / 100 };
  });
}
