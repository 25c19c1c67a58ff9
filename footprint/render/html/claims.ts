import { type ScoreResult, tally, type VerifiedClaim } from "../../claims";
import { titleOf } from "../../figures/registry";
import { type ClaimGroup, criterionText, ENDS_NOTE, groupsOf, outcome, tallyText } from "../claims-text";
import * as say from "../numbers";
import { listTable } from "./list-table";
import { type Child, type Html, html } from "./markup";
import type { Part } from "./part";

/** The reviews' claims and their verdicts, worst first; claims that hold are folded. */
export function claimsPart(claims: readonly VerifiedClaim[]): Part | undefined {
  if (claims.length === 0) return undefined;
  return {
    id: "claims",
    title: "The reviews' claims",
    lead: `Claims of the reviews, verified against the Terraform or the review's own line items. ${ENDS_NOTE}`,
    body: html`${tally(claims).map((each) => html`<p>Review ${tallyText(each)}.</p>`)}${groupsOf(claims).map(group)}`,
  };
}

function group({ verdict, title: words, claims }: ClaimGroup): Html {
  const title = `${words} (${claims.length})`;
  const table = listTable({
    caption: title,
    columns: ["Claim", "Outcome", "Calculation", "Section"],
    rows: claims.map(claimRow),
    none: "",
  });
  return html`<details${verdict !== "holds" && html` open`}><summary><h3>${title}</h3></summary>${table}</details>`;
}

function claimRow({ source, option, id, ...claim }: VerifiedClaim): Child[] {
  return [
    html`<q>${source.words}</q><div class="dim">${option === undefined ? id : `${id}, ${option}`}</div>`,
    outcome({ source, option, id, ...claim }),
    claim.how,
    source.section,
  ];
}

/** The reviews' scores, with the related figures below each criterion. */
export function scoresPart(cards: readonly ScoreResult[]): Part | undefined {
  if (cards.length === 0) return undefined;
  return {
    id: "scores",
    title: "The reviews' scores",
    lead: "The scores of the reviews, their calculated totals, and below each criterion the related figures at steady state.",
    body: html`${cards.map(scoreTable)}`,
  };
}

function scoreTable({ review, best, columns, criteria, totals }: ScoreResult): Html {
  return html`<div class="wide" role="region" tabindex="0" aria-label="Scores of review ${review}"><table class="matrix scores"><caption>Review ${review}, of ${best} each</caption><thead><tr><td></td>${columns.map(
    ({ title }) => html`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>
${criteria.map(
  ({
    name,
    weight,
    scores,
    measures,
  }) => html`<tr><th scope="row">${criterionText({ name, weight })}</th>${columns.map(({ id }) => html`<td>${scores[id]}</td>`)}</tr>
${measures.map(
  ({ key, figures }) => html`<tr><th scope="row"><div class="dim in">${titleOf(key)}</div></th>${columns.map(
    ({ id }) => {
      const figure = figures[id];
      return html`<td class="dim">${figure === undefined ? say.UNDETERMINED : say.figure(figure)}</td>`;
    },
  )}</tr>
`,
)}`,
)}<tr class="total"><th scope="row">Total</th>${columns.map(({ id }) => html`<td><b>${totals[id]}</b></td>`)}</tr></tbody></table></div>`;
}
