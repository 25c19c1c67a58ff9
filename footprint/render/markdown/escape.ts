import { printable } from "../../../errors/printable";

const PUNCTUATION = /[\\`*_[\]|~$]/g;
/** What GitHub turns into a link of its own: a mention, an issue, an address. */
const REFERENCE = /[@#](?=[\p{L}\p{N}])/gu;
const ADDRESS = /(https?|ftp|www)(?=[:.])/gi;
/** Shows nothing and keeps two characters apart. */
const NOTHING = "<!-- -->";

/** More characters than these without a space widen a column of a table. */
const LONG = 16;
const LONG_WORD = new RegExp(`\\S{${LONG + 1},}`, "gu");
const SEPARATOR = /([/.:,=_-]+)(?=[^/.:,=_-])/gu;
/** What has no separator is broken anyway. */
const PIECE = new RegExp(`[^/.:,=_<>-]{${LONG}}(?=[^/.:,=_<>-])`, "gu");

/**
 * Marks where a long word may be broken: in the browser nothing else breaks it, and a table of wide columns is scrolled
 * on GitHub.
 */
function markBreaks(text: string): string {
  return text.replace(LONG_WORD, (word) =>
    word.replace(SEPARATOR, `$1${BREAK}`).replace(PIECE, `$&${BREAK}`),
  );
}

/** A code point that is no character: `escapeMarkdown` leaves it as it is, and no text has one. */
const BREAK = "\ufdd0";

/** Text of a cell: only itself, with `<wbr>` where a long word may be broken. */
export function escapeCell(text: string): string {
  return escapeMarkdown(markBreaks(printable(text))).replaceAll(BREAK, "<wbr>");
}

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
