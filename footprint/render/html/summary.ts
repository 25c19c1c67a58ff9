import { type ComparedOption, type Comparison, PREVIOUS } from "../../compare";
import type { Figure, Point } from "../../figures/figure";
import { FIGURES, type RegisteredFigure, titleOf } from "../../figures/registry";
import { figureText, figureTitle } from "../figure-text";
import * as say from "../numbers";
import type { VerdictText } from "../verdict";
import type { Chapter } from "./chapter";
import { listTable } from "./list-table";
import { type Child, type Html, html } from "./markup";
import type { Part } from "./part";
import { verdictCards } from "./verdict";

/** With more options than these, cards are harder to read than a table. */
const CARDS = 6;
/** More names than these in a cell are cut short. */
const NAMED = 4;

/** The verdict, then a card per option; folded the best and the worst option per figure. */
export function summaryPart(comparison: Comparison, verdicts: readonly VerdictText[]): Chapter {
  const { options, baseline, at } = comparison;
  return {
    id: "summary",
    title: "Summary",
    lead:
      options.length > 1
        ? `Who leads on what matters, how sure that is, and what speaks against it; figures at ${at}, differences to ${baseline === PREVIOUS ? "the option before" : baseline}.`
        : `What the option is, and what speaks against it; figures at ${at}.`,
    body: html`${verdictCards(verdicts)}${overview(comparison)}`,
    folded: options.length > 1 ? [winnersPart(comparison)] : [],
  };
}

function overview(comparison: Comparison): Html {
  const { options, at } = comparison;
  if (options.length <= CARDS) {
    return html`<ul class="cards">
${options.map((option) => card(option, comparison))}</ul>`;
  }
  return listTable({
    caption: "Options",
    columns: ["Option", ...facts(options[0], at).map(({ name }) => name)],
    rows: options.map((option) => [
      html`${option.id}${baselineTag(option, comparison)}`,
      ...facts(option, at).map(({ value }) => value),
    ]),
    none: "",
  });
}

function card(option: ComparedOption, comparison: Comparison): Html {
  const { id, title } = option;
  const tag = baselineTag(option, comparison);
  return html`<li class="card"><h3>${id}${tag}</h3>${title !== id && html`<p>${title}</p>`}<dl>${facts(
    option,
    comparison.at,
  ).map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></li>
`;
}

function baselineTag({ baseline }: ComparedOption, { options }: Comparison): Html | undefined {
  return baseline === undefined && options.length > 1 ? html` <span class="tag">baseline</span>` : undefined;
}

/** The figures of a summary, and how many values are unresolved. */
function facts(option: ComparedOption | undefined, at: Point): readonly { name: string; value: Child }[] {
  if (option === undefined) return [];
  const { unknowns, unread } = option.footprint;
  return [
    ...FIGURES.filter(({ isSummary }) => isSummary === true).map((figure) => ({
      name: figureTitle(figure),
      value: figureText(figure, option, at) ?? absent(figure),
    })),
    { name: "Unresolved values", value: say.number(unknowns.length + Object.keys(unread).length) },
  ];
}

function absent({ unit }: RegisteredFigure): Html {
  return html`<span class="unknown">${unit.isMoney === true ? "no prices" : say.UNDETERMINED}</span>`;
}

function winnersPart(comparison: Comparison): Part {
  return {
    id: "best-per-metric",
    title: "Best per metric",
    lead: "The best option and the worst one of each figure that has a better direction.",
    body: winners(comparison),
  };
}

function winners(comparison: Comparison): Html {
  return listTable({
    caption: "Best per metric",
    columns: ["Metric", "Best", "Worst"],
    rows: FIGURES.filter(({ better }) => better !== "none").flatMap((each) => winner(each, comparison)),
    none: "",
  });
}

function winner(definition: RegisteredFigure, { options, best, at }: Comparison): Child[][] {
  const figures = options.flatMap((option) => {
    const figure = definition.of(option, at);
    return figure === undefined ? [] : [{ id: option.id, figure }];
  });
  if (figures.length === 0) return [];
  const name = titleOf(definition.key);
  const values = figures.map(({ figure }) => figure.value);
  const worst = definition.better === "lower" ? Math.max(...values) : Math.min(...values);
  const losers = figures.filter(({ figure }) => figure.value === worst);
  const winners = figures.filter(({ id }) => best[definition.key].includes(id));
  if (winners.length === options.length) {
    return [[name, html`<span class="dim">all the same</span> ${figureOf(winners)}`, ""]];
  }
  const first =
    winners.length === 0
      ? openLine(figures.length < options.length)
      : html`<b><span class="less">${idsOf(winners)}</span> ${figureOf(winners)}</b>`;
  // Several that are level have no worst among them.
  const behind =
    losers.length > 1
      ? ""
      : isSurelyWorst(definition, figures, worst)
        ? html`${idsOf(losers)} ${figureOf(losers)}`
        : html`<span class="unknown">undetermined</span>`;
  return [[name, first, behind]];
}

/** The real value of a lower bound may be worse, or, where more is better, less bad. */
function isSurelyWorst({ better }: RegisteredFigure, figures: readonly Found[], worst: number): boolean {
  const isWorst = ({ figure }: Found) => figure.value === worst;
  return figures.every((found) => (better === "lower") === isWorst(found) || !found.figure.atLeast);
}

/** Reason for a figure without a best option. */
function openLine(isPartial: boolean): Html {
  return isPartial
    ? html`<span class="dim">not every option has one</span>`
    : html`<span class="unknown">undetermined</span>`;
}

interface Found {
  readonly id: string;
  readonly figure: Figure;
}

function idsOf(found: readonly Found[]): string {
  const ids = found.map(({ id }) => id);
  if (ids.length <= NAMED) return ids.join(", ");
  return `${ids.slice(0, NAMED - 1).join(", ")} and ${ids.length - NAMED + 1} more`;
}

function figureOf([first]: readonly Found[]): Html | undefined {
  return first && html`<span class="figure-of">${say.figure(first.figure)}</span>`;
}
