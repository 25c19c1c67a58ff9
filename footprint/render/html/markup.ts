import { printable } from "../../../errors/printable";

/** Text that is HTML already. Only `html` makes it, so that whatever comes from a document is escaped. */
export class Html {
  public constructor(public readonly text: string) {}
}

/** What may stand in a template: text is escaped, `undefined` and `false` are nothing. */
export type Child = Html | string | number | undefined | false | readonly Child[];

/**
 * Builds HTML from a template. An attribute's value stands in double quotes.
 *
 * @example html`<td title="${name}">${name}</td>`
 */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  return new Html(strings.map((string, index) => string + render(children[index])).join(""));
}

/** Text as an element's content or between double quotes: no markup, nothing invisible. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function render(child: Child): string {
  if (child === undefined || child === false) return "";
  if (child instanceof Html) return child.text;
  if (typeof child === "object") return child.map(render).join("");
  return escapeHtml(String(child));
}
