import type { CheckedLimit } from "../../budget";
import type { ScoreResult, VerifiedClaim } from "../../claims";
import type { Comparison } from "../../compare";
import { headline } from "../headline";
import { blastRadiusPart } from "./blast-radius";
import { claimsPart, scoresPart } from "./claims";
import { costPart } from "./cost";
import { dataPart } from "./data";
import { deviationsPart } from "./deviations";
import { Html, html } from "./markup";
import { networkPart } from "./network";
import type { Part } from "./part";
import { rangesPart } from "./ranges";
import { failurePart, pagesPart, supplyChainPart } from "./risk";
import { rollBackPart } from "./roll-back";
import { sideBySidePart } from "./side-by-side";
import { sourcesPart } from "./sources";
import { STYLE } from "./style";
import { summaryPart } from "./summary";
import { unknownsPart } from "./unknowns";

/** Contents of a report in addition to the comparison. */
export interface ReportOptions {
  /**
   * Checked limits.
   * @default - no rows for them
   */
  readonly budget?: readonly CheckedLimit[];
  /**
   * The reviews' claims with their verdicts.
   * @default - no chapter for them
   */
  readonly claims?: readonly VerifiedClaim[];
  /**
   * The reviews' scores with their totals.
   * @default - no chapter for them
   */
  readonly scores?: readonly ScoreResult[];
}

/**
 * The comparison as one HTML file: no script, no other file, nothing fetched. The same comparison gives the same
 * bytes.
 */
export function renderHtml(comparison: Comparison, options: ReportOptions = {}): string {
  const { budget = [], claims = [], scores = [] } = options;
  const parts = [
    summaryPart(comparison),
    rangesPart(comparison),
    costPart(comparison),
    failurePart(comparison),
    blastRadiusPart(comparison),
    rollBackPart(comparison),
    supplyChainPart(comparison),
    pagesPart(comparison),
    networkPart(comparison),
    dataPart(comparison),
    sideBySidePart(comparison, budget),
    claimsPart(claims),
    scoresPart(scores),
    deviationsPart(comparison),
    unknownsPart(comparison),
    sourcesPart(comparison),
  ].filter((part) => part !== undefined);
  return page(comparison, parts).text;
}

function page(comparison: Comparison, parts: readonly Part[]) {
  const title = titleOf(comparison);
  const [first, ...rest] = headline(comparison);
  const reviews = [...new Set(comparison.options.map(({ review }) => review))].filter(
    (review) => review !== "",
  );
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${new Html(STYLE)}
</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<header>
<p class="eyebrow">Weighbridge${reviews.length > 0 && `, review ${reviews.join(", ")}`}</p>
<h1>${title}</h1>
<p class="verdict"><b>${first}.</b></p>
${rest.map((line) => html`<p class="verdict">${line}.</p>`)}
</header>
<nav aria-label="Chapters"><ul>${parts.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main>
${parts.map(chapter)}</main>
<footer><p>Computed from the options' Terraform by Weighbridge.</p></footer>
</body>
</html>
`;
}

function chapter({ id, title, lead, body }: Part) {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}</h2>
<p class="lead">${lead}</p>
${body}
</section>
`;
}

/** With more options, the title gives their number only. */
const NAMED = 4;

function titleOf({ options }: Comparison): string {
  const ids = options.map(({ id }) => id);
  if (ids.length > NAMED) return `Comparison of ${ids.length} options`;
  return ids.length === 1
    ? `Footprint of ${ids[0]}`
    : `Comparison of ${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}
