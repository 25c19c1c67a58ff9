import type { VerdictText } from "../verdict";
import { type Html, html } from "./markup";

/** The verdict of each decision: the answer, why, and what could be wrong with it. */
export function verdictCards(verdicts: readonly VerdictText[]): Html {
  return html`${verdicts.map(
    ({ title, answer, lines }, index) => html`<section class="decision" aria-labelledby="decision-${index}">
<h3 id="decision-${index}">${title}</h3>
<p class="verdict"><b>${answer}.</b></p>
<dl>${lines.map(
      ({ label, texts, isDoubt = false }) =>
        html`<div${isDoubt && html` class="doubt"`}><dt>${label}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}</div>
`,
    )}</dl></section>
`,
  )}`;
}
