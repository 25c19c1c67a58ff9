import type { ComparedOption, Comparison } from "../../compare";
import type { Point, Sum } from "../../figures/figure";
import { FIGURES, type FigureKey, type RegisteredFigure } from "../../figures/registry";
import { figureTitle, sumOf, unsetText } from "../figure-text";
import { MARKS, type Win } from "../grid";
import * as say from "../numbers";
import { winOf } from "../sections/scene";
import { bar } from "./bar";
import { type Html, html } from "./markup";
import type { Part } from "./part";

/** A range of one option, and its text. */
interface Range {
  readonly low: number;
  readonly high: number;
  /** The everyday value, where there is one between the ends. */
  readonly mark?: number;
  readonly atLeast: boolean;
  readonly words: Html;
}

/** A figure that is drawn, and its range for an option. */
interface Drawn {
  readonly key: FigureKey;
  readonly title: string;
  /** `none` if the option has no such figure, undefined if it is undetermined. */
  readonly of: (option: ComparedOption) => Range | "none" | undefined;
}

/** What each part of a bar is. */
const LEGEND = [
  ["sure", "up to min"],
  ["reach", "up to max"],
  ["tick", "steady"],
  ["open", "lower bound: may be higher"],
] as const;

/** Every figure that is a range, of each option, drawn on one scale per figure. */
export function rangesPart(comparison: Comparison): Part {
  const drawn = FIGURES.flatMap((figure) => drawnOf(figure, comparison.at));
  return {
    id: "ranges",
    title: "Ranges",
    lead: "How far each figure of each option goes from its fewest pods to its most, on one scale per figure.",
    body: html`<ul class="legend">${LEGEND.map(
      ([name, text]) => html`<li><span class="swatch ${name}"></span>${text}</li>`,
    )}</ul><div class="figures">${drawn.map((each) => figure(comparison, each))}</div>`,
  };
}

/** Figures with operating points, and the high end of a range for both its ends. */
function drawnOf(definition: RegisteredFigure, at: Point): Drawn[] {
  const { key, range, points } = definition;
  if (range?.high === key) {
    return [{ key, title: `${figureTitle(definition)}, low to high`, of: costRange }];
  }
  if (points === "one") return [];
  const none = definition.unit.isMoney === true ? undefined : ("none" as const);
  return [
    {
      key,
      title: figureTitle(definition),
      of: (option) =>
        definition.of(option, at) === undefined || unsetText(definition, option, at) !== undefined
          ? none
          : spanRange(sumOf(definition, option, at)),
    },
  ];
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

function figure(comparison: Comparison, { key, title, of }: Drawn): Html | undefined {
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
    const text =
      range === "none"
        ? html`<span class="dim">none</span>`
        : html`<span class="unknown">${say.UNDETERMINED}</span>`;
    return html`<li>${name} <span class="value">${text}</span></li>
`;
  }
  return html`<li>${name} <span class="value">${range.words}</span>${bar({ ...range, scale })}</li>
`;
}

/** Marks the best option of a figure: a sign and a word, so that neither colour nor shape carries it alone. */
export function winMark(wins: Win): Html {
  return html` <span class="win">${MARKS[wins]} ${wins}</span>`;
}
