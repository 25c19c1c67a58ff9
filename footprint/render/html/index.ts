import type { CheckedLimit } from "../../budget";
import type { ScoreResult, VerifiedClaim } from "../../claims";
import type { Comparison } from "../../compare";
import type { Sensitivity } from "../../sensitivity";
import { verdictOf } from "../../verdict";
import { sensitivityPart } from "../sensitivity/html";
import { verdictTexts } from "../verdict";
import { blastRadiusPart } from "./blast-radius";
import { type Chapter, chapterOf } from "./chapter";
import { claimsPart, scoresPart } from "./claims";
import { costPart } from "./cost";
import { reconciliationPart } from "./cost/reconciliation";
import { dataPart } from "./data";
import { deviationsPart } from "./deviations";
import { Html, html } from "./markup";
import { networkPart } from "./network";
import type { Part } from "./part";
import { footer, type Provenance } from "./provenance";
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
  /**
   * What would change the order.
   * @default - no part for it
   */
  readonly sensitivity?: Sensitivity;
  /**
   * What the report is made of, for its foot.
   * @default - the foot names neither version nor inputs
   */
  readonly provenance?: Provenance;
}

export type { Provenance } from "./provenance";

/**
 * The comparison as one HTML file: no script, no other file, nothing fetched. The same comparison gives the same
 * bytes.
 */
export function renderHtml(comparison: Comparison, options: ReportOptions = {}): string {
  const { budget = [], claims = [], scores = [], sensitivity, provenance } = options;
  const verdicts = verdictTexts(verdictOf(comparison, { claims }), comparison);
  const score = scoresPart(scores);
  const deviations = deviationsPart(comparison);
  const chapters: readonly (Chapter | undefined)[] = [
    summaryPart(comparison, verdicts),
    {
      ...rangesPart(comparison),
      folded: [sensitivity && sensitivityPart(sensitivity), sideBySidePart(comparison, budget)],
    },
    withFolded(costPart(comparison), [reconciliationPart(comparison)]),
    {
      ...failurePart(comparison),
      folded: [
        blastRadiusPart(comparison),
        rollBackPart(comparison),
        supplyChainPart(comparison),
        pagesPart(comparison),
      ],
    },
    { ...networkPart(comparison), folded: [dataPart(comparison)] },
    claimsChapter(claimsPart(claims), [score, deviations]),
    { ...sourcesPart(comparison), folded: [unknownsPart(comparison)] },
  ];
  return page(
    comparison,
    chapters.filter((part) => part !== undefined),
    provenance,
  ).text;
}

function withFolded(part: Part | undefined, folded: readonly (Part | undefined)[]): Chapter | undefined {
  return part && { ...part, folded };
}

/** Where no claim was verified, the first of the parts below is the chapter. */
function claimsChapter(claims: Part | undefined, folded: readonly (Part | undefined)[]): Chapter | undefined {
  const [first, ...rest] = [claims, ...folded].filter((part) => part !== undefined);
  return first && { ...first, folded: rest };
}

function page(comparison: Comparison, chapters: readonly Chapter[], provenance: Provenance | undefined) {
  const title = titleOf(comparison);
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
</header>
<nav aria-label="Chapters"><ul>${chapters.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main>
${chapters.map(chapterOf)}</main>
<footer>${footer(provenance)}</footer>
</body>
</html>
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
