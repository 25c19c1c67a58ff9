import type { Command as Parser } from "commander";
import { COMMANDS } from "./commands";

/** First word by which the build asks for the manual page. */
export const MANUAL_PAGE = "__man";

/**
 * The help of every command as a page for `man`.
 * @see https://man7.org/linux/man-pages/man7/man.7.html
 */
export function manualPage(parser: Parser): string {
  return [
    `.TH WEIGHBRIDGE 1 "" "weighbridge ${parser.version() ?? ""}" "User Commands"`,
    ".SH NAME",
    `weighbridge \\- ${escaped("compares the options of an architecture review from the Terraform that they would become")}`,
    ".SH SYNOPSIS",
    ".B weighbridge",
    ".I command",
    "[option...] [argument...]",
    ".SH COMMANDS",
    ...parser.commands.flatMap(commandLines),
    ".SH EXIT STATUS",
    ...EXIT_CODES.flatMap(([code, meaning]) => tagged(code, meaning)),
    ".SH ENVIRONMENT",
    ...VARIABLES.flatMap(([name, meaning]) => tagged(name, meaning)),
    "",
  ].join("\n");
}

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ["0", "Done."],
  ["1", "A budget, a claim, a rule or a snapshot is not met."],
  ["2", "The input or the command line is wrong: one line on stderr for each fault."],
  ["3", "A defect of weighbridge."],
];

const VARIABLES: readonly (readonly [string, string])[] = [
  ["ENVIRONMENT", "Environment that built-in options are synthesised for; assess where it is not set."],
  ["COLUMNS", "Width of the output."],
  ["NO_COLOR, FORCE_COLOR", "Switch colours off, or on."],
  ["SOURCE_DATE_EPOCH", "Date in the foot of a report."],
  ["WEIGHBRIDGE_DEBUG", "1 prints the stack of an error."],
];

function commandLines(command: Parser): string[] {
  const { examples } = COMMANDS.find(({ name }) => name === command.name()) ?? { examples: [] };
  return [
    `.SS ${escaped(`weighbridge ${command.name()}`)}`,
    ...text(`${command.description()}.`),
    ...command.registeredArguments.flatMap((each) =>
      tagged(
        each.required ? `<${each.name()}>` : `[${each.name()}${each.variadic ? "..." : ""}]`,
        described(each),
      ),
    ),
    ...command.options.flatMap((each) => tagged(each.flags, described(each))),
    ...examples.flatMap(({ words, does }) => [
      ".PP",
      ...text(`${does[0]?.toUpperCase()}${does.slice(1)}:`),
      ".PP",
      ".RS 4",
      ".nf",
      ...text(`weighbridge ${words}`),
      ".fi",
      ".RE",
    ]),
  ];
}

function described({
  description,
  argChoices,
}: {
  description: string;
  argChoices?: readonly string[];
}): string {
  return argChoices === undefined ? description : `${description}: ${argChoices.join(", ")}`;
}

function tagged(term: string, meaning: string): string[] {
  return [".TP", `.B ${escaped(term)}`, ...text(meaning)];
}

/** A line that is none of roff's requests. */
function text(line: string): string[] {
  const plain = escaped(line);
  return [/^[.']/.test(plain) ? `\\&${plain}` : plain];
}

function escaped(line: string): string {
  const plain = line.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll('"', "\\(dq");
  // A plain terminal has no dot at half height.
  return plain.replaceAll(" · ", " | ").replace(/\P{ASCII}/gu, glyph);
}

/** A character by its code: older versions of man read bytes. */
function glyph(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\[u${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
