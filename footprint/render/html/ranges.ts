import type { ComparedOption, Comparison } from "../../compare";
import type { Measures } from "../../figures";
import type { Sum } from "../../figures/figure";
import type { LineKey } from "../../figures/lines";
import { MARKS, type Win } from "../grid";
import { nameOfLine } from "../line-names";
import * as say from "../numbers";
import { winOf } from "../sections/scene";
import { bar } from "./bar";
import { type Html, html } from "./markup";
import type { Part } from "./part";

/** A range of one option, and how it is told. */
interface Range {
  readonly low: number;
  readonly high: number;
  /** The everyday value, where there is one between the ends. */
  readonly mark?: number;
  readonly atLeast: boolean;
  readonly words: Html;
}

/** A measure that is a range, and what is read of an option for it. */
interface Measure {
  readonly key: LineKey;
  readonly title: string;
  /** `none` where the option has no such figure, nothing where it is not known. */
  readonly of: (option: ComparedOption) => Range | "none" | undefined;
}

/** Pods, cost, CPU and memory of each option, drawn on one scale a measure. */
export function rangesPart(comparison: Comparison): Part {
  const measures: readonly Measure[] = [
    spans("pods", ({ compute }) => compute.pods),
    { key: "costUsdPerMonth.high", title: "Cost by the review, USD a month, low to high", of: costRange },
    spans("listCostUsdPerMonth", ({ listCost }) => listCost),
    spans("cpuCores.request", ({ compute }) => compute.cpuCores.request),
    spans("cpuCores.limit", ({ compute }) => compute.cpuCores.limit),
    spans("memoryGiB.request", ({ compute }) => compute.memoryGiB.request),
    spans("memoryGiB.limit", ({ compute }) => compute.memoryGiB.limit),
    spans("phpWorkers", ({ capacity }) => capacity.phpWorkers),
    spans("upstreamConnections", ({ capacity }) => capacity.connections?.open),
  ];
  return {
    id: "ranges",
    title: "Ranges",
    lead: "Solid: the fewest pods, always there. Light: up to the most. The tick is the everyday load. Dashes: it may be more.",
    body: html`<div class="figures">${measures.map((measure) => figure(comparison, measure))}</div>`,
  };
}

function spans(key: LineKey, of: (measures: Measures) => Sum | undefined): Measure {
  return {
    key,
    title: nameOfLine(key),
    of: ({ measures }) => {
      const sum = of(measures);
      return sum === undefined ? "none" : spanRange(sum);
    },
  };
}

function spanRange({ min, steady, max, atLeast }: Sum): Range | undefined {
  if (atLeast && max === 0) return undefined;
  const sign = atLeast ? "≥ " : "";
  const words =
    min === max
      ? html`<b>${sign}${say.number(steady)}</b>`
      : html`<b>${sign}${say.number(steady)}</b> <small>(${say.number(min)}–${say.number(max)})</small>`;
  return { low: min, high: max, mark: steady, atLeast, words };
}

function costRange({ measures: { cost } }: ComparedOption): Range | undefined {
  if (cost === undefined) return undefined;
  const atLeast = cost.unpriced.length > 0;
  const words = html`<b>${atLeast && "≥ "}${say.range(cost.low, cost.high)}</b>`;
  return { low: cost.low, high: cost.high, atLeast, words };
}

function figure(comparison: Comparison, { key, title, of }: Measure): Html | undefined {
  const ranges = comparison.options.map((option) => ({ id: option.id, range: of(option) }));
  const known = ranges.flatMap(({ range }) => (range === undefined || range === "none" ? [] : range));
  if (known.length === 0) return undefined;
  const scale = Math.max(...known.map(({ high }) => high));
  return html`<section class="figure"><h3>${title}</h3><ul class="bars">
${ranges.map(({ id, range }) => row(id, range, scale, winOf(comparison, id, key)))}</ul></section>`;
}

function row(id: string, range: Range | "none" | undefined, scale: number, wins: Win | undefined): Html {
  const name = html`<span class="name">${id}${wins && winMark(wins)}</span>`;
  if (range === undefined || range === "none") {
    const told =
      range === "none" ? html`<span class="dim">none</span>` : html`<span class="unknown">not known</span>`;
    return html`<li>${name} <span class="value">${told}</span></li>
`;
  }
  return html`<li>${name} <span class="value">${range.words}</span>${bar({ ...range, scale })}</li>
`;
}

/** Says that an option wins a line: a sign and a word, so that neither colour nor shape carries it alone. */
export function winMark(wins: Win): Html {
  return html` <span class="win">${MARKS[wins]} ${wins}</span>`;
}
