import { printable } from "../../../errors/printable";

/** Text that is HTML already. Only `html` makes it, so that whatever comes from a document is escaped. */
export class Html {
  public constructor(public readonly text: string) {}
}

/** What may stand in a template: text is escaped, `undefined` and `false` are nothing. */
export type Child = Html | string | number | undefined | false | readonly Child[];

/**
 * Builds HTML from a template. An attribute's value stands in double quotes. A long name between elements gets places
 * where it may be broken: a browser breaks no word elsewhere.
 *
 * @example html`<td title="${name}">${name}</td>`
 */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  let before = "";
  const parts = strings.map((string, index) => {
    before += string;
    const isText = !UNBREAKABLE.test(before);
    return string + render(children[index], isText);
  });
  return new Html(parts.join(""));
}

/** Inside of a tag, or in an element that contains nothing but text. */
const UNBREAKABLE = /<[^>]*$|<(?:title|desc|text|tspan|style)\b[^>]*>[^<]*$/;

/** More characters than these without a space may be broken. */
const LONG = 16;
const LONG_WORD = new RegExp(`\\S{${LONG + 1},}`, "gu");
/** Where names have their parts; behind a hyphen and a slash the browser breaks anyway. */
const SEPARATOR = /(?<=[^&][_.:=@,/])(?=[^_.:=@,/;\s])/gu;

function breakable(escaped: string): string {
  return escaped.replace(LONG_WORD, (word) => word.replace(SEPARATOR, "<wbr>"));
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

function render(child: Child, isText: boolean): string {
  if (child === undefined || child === false) return "";
  if (child instanceof Html) return child.text;
  if (typeof child === "object") return child.map((each) => render(each, isText)).join("");
  const escaped = escapeHtml(String(child));
  return isText ? breakable(escaped) : escaped;
}
