import { type Html, html } from "./markup";
import type { Part } from "./part";

/** A section of the report: what everybody reads, and what is folded below it. */
export interface Chapter extends Part {
  /** Each with an anchor of its own; in their order. */
  readonly folded?: readonly (Part | undefined)[];
}

/** A chapter with a heading that can be cited, and its folded parts: they are printed as the reader leaves them. */
export function chapterOf({ id, title, lead, body, folded = [] }: Chapter): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}${anchor(id, title)}</h2>
<p class="lead">${lead}</p>
${body}
${folded.map((part) => part && fold(part))}</section>
`;
}

function fold({ id, title, lead, body }: Part): Html {
  return html`<details class="part" id="${id}"><summary><h3>${title}</h3></summary>${anchor(id, title)}
<p class="lead">${lead}</p>
${body}
</details>
`;
}

/** Link to a place of the report itself, to be copied. */
function anchor(id: string, title: string): Html {
  return html`<a class="anchor" href="#${id}" aria-label="Link to ${title}">#</a>`;
}
