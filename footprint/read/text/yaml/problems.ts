/** A text that is no YAML. The caller knows its place. */
export class YamlError extends Error {
  public override readonly name = "YamlError";

  public constructor(
    message: string,
    /** The library's words for it. @default - it was found without the library */
    public readonly reason?: string,
  ) {
    super(message);
  }
}

/** What the library says of a key that is in a map already. */
export const REPEATED_KEY = "duplicated mapping key";

const TOO_DEEP = "nested too deep";
export const TOO_MANY_ALIASES = "too many aliases";

/** The library's messages that may quote the document, which may contain a secret, and those that say too little. */
const PROBLEMS: readonly (readonly [start: string, problem: string])[] = [
  ["nesting exceeded", TOO_DEEP],
  ["merge keys exceeded", TOO_MANY_ALIASES],
  ["abnormal merge sequence", TOO_MANY_ALIASES],
  ["cannot merge mappings", "'<<' merges something other than a map"],
  ["unidentified alias", "an alias without its anchor"],
  ["unacceptable node kind", "a tag of another kind of value"],
  ["cannot resolve a node", "a tag of another kind of value"],
  ["unknown tag", "an unknown tag"],
  ["undeclared tag handle", "an unknown tag"],
  ["tag ", "an invalid tag"],
  ["there is a previously declared suffix", "an invalid directive"],
  ["bad indentation of a mapping entry", "a bad indent, or text that needs quotes"],
  ["expected valid JSON character", "a control character"],
];

/** Characters of the library's own words; the values of a document may have others. */
const PLAIN = /^[A-Za-z0-9 ,;:'%()-]+$/;

/** An error of the library in one line, without any text of the document. */
export function problemOf(error: unknown): YamlError {
  const { message, reason, mark } = error as Error & {
    reason?: string;
    mark?: { line: number; column: number };
  };
  if (reason === undefined) return new YamlError(/call stack/.test(message) ? TOO_DEEP : "invalid YAML");
  const [, problem] = PROBLEMS.find(([each]) => reason.startsWith(each)) ?? [];
  // How deep is too deep has no place: all of it is.
  if (problem === TOO_DEEP) return new YamlError(TOO_DEEP, reason);
  const [, open] = /^unexpected end of the (?:stream|document) within (a [a-z ]+)$/.exec(reason) ?? [];
  const own = open === undefined ? reason : `${open} is not closed`;
  const text = problem ?? (PLAIN.test(own) ? own : "invalid YAML");
  return new YamlError(mark === undefined ? text : `${text} ${place(mark.line, mark.column)}`, reason);
}

/** @param line counted from 0, as is the column */
function place(line: number, column: number): string {
  return `at line ${line + 1}, column ${column + 1}`;
}
