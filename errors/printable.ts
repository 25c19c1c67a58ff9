/** Code units of one text that are shown; a name or an expression of this length is already hard to read. */
const LONGEST = 4000;

/** Most texts: printable ASCII needs no cleaning. */
const HARMLESS = /^[\x20-\x7e]*$/;
/**
 * Terminal escape sequences: CSI, OSC and the short ones, with 7-bit or 8-bit introducers. Each part excludes what
 * ends it, so that matching takes linear time.
 * @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
 */
const ESCAPES = new RegExp(
  [
    String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`,
    String.raw`(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`,
    String.raw`\u001b[ -/]*[0-~]`,
  ].join("|"),
  "g",
);
/** Zero-width characters, direction controls, variation selectors: nothing is visible, and names can imitate others. */
const INVISIBLE = /[\p{Format}\p{Default_Ignorable_Code_Point}]+/gu;
const CONTROLS = /[\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]+/gu;
const HALF_CHARACTERS = /\p{Surrogate}/gu;
/** What JSON may contain as it is, and a terminal may not. */
const ESCAPED_IN_JSON =
  /[\u007f-\u009f\p{Format}\p{Default_Ignorable_Code_Point}\p{Line_Separator}\p{Paragraph_Separator}]+/gu;

/**
 * A text of a user's document, fit to be shown to a person in any format: one line, no terminal escapes, no control,
 * direction or invisible characters.
 *
 * @param longest code units that are shown; a longer text is cut first and ends in an ellipsis
 */
export function printable(text: string, longest = LONGEST): string {
  const isCut = text.length > longest;
  const shown = isCut ? text.slice(0, longest) : text;
  return `${HARMLESS.test(shown) ? shown : visible(shown)}${isCut ? "…" : ""}`;
}

function visible(text: string): string {
  return (
    text
      .replace(ESCAPES, "")
      // Before the invisible ones: what is removed between two halves must not join them.
      .replace(HALF_CHARACTERS, "\ufffd")
      .replace(CONTROLS, " ")
      .replace(INVISIBLE, "")
  );
}

/** Line ends and the sequences of colours. */
const ALLOWED = ["\\n", "\\r\\n", "\\u001b\\[[\\d;]{0,20}m"].join("|");
/** Everything else that must not reach a terminal. */
const STRAY = new RegExp(
  `(?!${ALLOWED})[\\p{Control}\\p{Format}\\p{Default_Ignorable_Code_Point}\\p{Line_Separator}\\p{Paragraph_Separator}]`,
  "gu",
);

/** A whole output, colours and lines included, without what steers a terminal otherwise: the last guard. */
export function printableOutput(text: string): string {
  return text.replace(STRAY, "");
}

/** A value as JSON: the exact data, with everything that could control a terminal written as `\uXXXX`. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(ESCAPED_IN_JSON, (run) =>
    run
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
