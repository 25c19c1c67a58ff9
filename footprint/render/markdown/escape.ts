import { printable } from "../../../errors/printable";

const PUNCTUATION = /[\\`*_[\]|~$]/g;
/** What GitHub turns into a link of its own: a mention, an issue, an address. */
const REFERENCE = /[@#](?=[\p{L}\p{N}])/gu;
const ADDRESS = /(https?|ftp|www)(?=[:.])/gi;
/** Shows nothing and keeps two characters apart. */
const NOTHING = "<!-- -->";

/** Text that means only itself in a cell of a table on GitHub: one line, no markup, no mention, no link. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(PUNCTUATION, (sign) => `\\${sign}`)
    .replace(REFERENCE, (sign) => sign + NOTHING)
    .replace(ADDRESS, (scheme) => `${scheme}${NOTHING}`);
}
