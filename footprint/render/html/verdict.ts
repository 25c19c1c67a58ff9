import type { VerdictText } from "../verdict";
import { type Html, html } from "./markup";

/** More decisions than these are in two columns on paper: the summary has two pages. */
const FEW = 2;

/** The verdict of each decision: the answer, why, and what could be wrong with it. */
export function verdictCards(verdicts: readonly VerdictText[]): Html {
  return html`<div class="decisions${verdicts.length > FEW && " many"}">${verdicts.map(
    ({ title, answer, lines }, index) => html`<section class="decision" aria-labelledby="decision-${index}">
<h3 id="decision-${index}">${title}</h3>
<p class="verdict"><b>${answer}.</b></p>
<dl>${lines.map(
      ({ label, texts, isDoubt = false }) =>
        html`<div${isDoubt && html` class="doubt"`}><dt>${label}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}</div>
`,
    )}</dl></section>
`,
  )}</div>`;
}
