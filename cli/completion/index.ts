import type { Argument, Option, Command as Parser } from "commander";
import { COMMANDS } from "../commands";
import type { Completion } from "./completion";
import { optionCompletions } from "./option-completions";

/** First word by which the script of a shell asks for completions. */
export const REQUEST = "__complete";

/** A place for a path: the shell knows the files. */
const FILES = ":files";
/** Values of which the shell completes the path, after the `=` of `name=path`. */
const PATH = /[<[](?:file|folder|name=path)[>\]]/;

/**
 * What can stand in place of the last word: a line each, with its description after a space; or `:files`.
 * @param words as typed, without `weighbridge`; the last is being typed, and may be empty
 */
export async function completions(parser: Parser, words: readonly string[]): Promise<string> {
  const found = await completionsFor(parser, words.slice(0, -1), words.at(-1) ?? "");
  if (found === FILES) return `${FILES}\n`;
  const current = words.at(-1) ?? "";
  return found
    .filter(({ value }) => value.startsWith(current))
    .map(({ value, help }) => `${`${value} ${help}`.trimEnd()}\n`)
    .join("");
}

async function completionsFor(
  parser: Parser,
  before: readonly string[],
  current: string,
): Promise<readonly Completion[] | typeof FILES> {
  const [name, ...words] = before;
  if (name === undefined) return current.startsWith("-") ? flagsOf(parser, []) : commandsOf(parser);
  if (name === "help") return words.length === 0 ? commandsOf(parser) : [];
  const command = parser.commands.find((each) => each.name() === name);
  if (command === undefined) return [];
  const [flag, value] = splitAt(current, "=");
  if (flag.startsWith("--") && value !== undefined) {
    const values = await valuesOf(optionNamed(command, flag), words);
    return values === FILES ? values : values.map((each) => ({ ...each, value: `${flag}=${each.value}` }));
  }
  const open = optionNamed(command, words.at(-1) ?? "");
  if (open?.required === true) return valuesOf(open, words);
  if (current.startsWith("-")) return flagsOf(command, words);
  return argumentsOf(command, words, current);
}

function commandsOf(parser: Parser): Completion[] {
  const commands = parser.commands.map((each) => ({ value: each.name(), help: each.description() }));
  return [...commands, { value: "help", help: "shows the help of a command" }];
}

/** Flags that may still be given: one that may be repeated always. */
function flagsOf(command: Parser, words: readonly string[]): Completion[] {
  const isFree = (option: Option) => !words.includes(option.long ?? "") || option.parseArg !== undefined;
  const flags = [...command.options.filter(isFree)];
  return [
    ...flags.map(({ long = "", description }) => ({ value: long, help: description })),
    { value: "--help", help: "shows the help" },
  ];
}

function optionNamed(command: Parser, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => flag !== "" && (long === flag || short === flag));
}

async function valuesOf(
  option: Option | undefined,
  words: readonly string[],
): Promise<readonly Completion[] | typeof FILES> {
  if (option === undefined) return [];
  if (option.argChoices !== undefined) return option.argChoices.map((value) => ({ value, help: "" }));
  if (PATH.test(option.flags)) return FILES;
  return option.flags.endsWith("<option>") ? optionCompletions(words, "") : [];
}

/** The first argument has words of its own in some commands; what follows is mostly an option. */
async function argumentsOf(
  command: Parser,
  words: readonly string[],
  current: string,
): Promise<readonly Completion[] | typeof FILES> {
  const [first, second] = command.registeredArguments;
  const given = wordsOnly(command, words);
  if (first === undefined || (given.length > 0 && !first.variadic && second === undefined)) return [];
  const { firstWords = [] } = COMMANDS.find(({ name }) => name === command.name()) ?? {};
  const own = given.length === 0 ? firstWords.map((value) => ({ value, help: "" })) : [];
  if (takes(first, "folder")) return FILES;
  const isOption = takes(first, "option", "review", "word") || given.length > 0;
  return [...own, ...(isOption ? await optionCompletions(words, current) : [])];
}

function takes(argument: Argument, ...names: readonly string[]): boolean {
  return names.includes(argument.name());
}

/** Arguments among the words: neither flags nor their values. */
function wordsOnly(command: Parser, words: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    const before = optionNamed(command, words[index - 1] ?? "");
    return !word.startsWith("-") && before?.required !== true;
  });
}

function splitAt(word: string, mark: string): readonly [string, string | undefined] {
  const at = word.indexOf(mark);
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
