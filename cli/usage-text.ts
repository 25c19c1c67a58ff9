/** What the parser of arguments says, and how it reads with the fix. */
const FIXES: readonly (readonly [said: RegExp, fix: string])[] = [
  [/^(.*) \(Did you mean (.*?)\?\)$/s, "$1; did you mean $2?"],
  [/^(.*) is invalid\. Allowed choices are (.*)\.$/s, "$1 is invalid; choose one of $2"],
  [/^(required option '(.*)' not specified)$/s, "$1; add $2"],
  [/^(option .* cannot be used with option .*)$/s, "$1; give one of them"],
  [/^(option '(.*)' argument missing)$/s, "$1; write $2"],
];

/**
 * An error of the parser in one line with its fix: what it hints at, else where the help is.
 * @param command that was called, as `weighbridge show`
 */
export function usageText(text: string, command: string): string {
  const said = text
    .replace(/^error: /, "")
    .trim()
    .replace(/\n(?=\()/g, " ");
  const [match] = FIXES.filter(([pattern]) => pattern.test(said));
  if (match !== undefined) return said.replace(match[0], match[1]);
  // A text that is no error of the parser has its fix already.
  return said.includes("; ") ? said : `${said.replace(/\.$/, "")}; see \`${command} --help\``;
}
