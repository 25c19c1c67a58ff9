import { CommanderError } from "commander";
import { either } from "../errors/either";
import { nearest } from "../errors/nearest";
import { COMMANDS } from "./commands";
import { completions, REQUEST } from "./completion";
import { failureOf, UsageError } from "./errors";
import { MANUAL_PAGE, manualPage } from "./manual-page";
import { print, reportError } from "./output";
import { createParser } from "./parser";

/**
 * Runs the command with these arguments.
 * @returns its exit code: 0 done, 1 a budget, claim or snapshot says no, 2 the user's input or usage, 3 a defect
 */
export async function run(args: readonly string[]): Promise<0 | 1 | 2 | 3> {
  let result: 0 | 1 = 0;
  const parser = createParser((code) => {
    result = code;
  }, args);
  try {
    if (args[0] === REQUEST) {
      await print(await completions(parser, args.slice(1)));
      return 0;
    }
    if (args[0] === MANUAL_PAGE) {
      await print(manualPage(parser));
      return 0;
    }
    requireKnownHelp(args);
    await parser.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    // Commander has printed what it found already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { exitCode, lines } = failureOf(error);
    for (const line of lines) reportError(line);
    return exitCode;
  }
}

/** For help about what is no command, commander prints the whole help instead of an error. */
function requireKnownHelp([first, topic]: readonly string[]): void {
  if (first !== "help" || topic === undefined || topic.startsWith("-")) return;
  const names = COMMANDS.map(({ name }) => name);
  if (topic === "help" || names.includes(topic)) return;
  const near = nearest(topic, names);
  const fix = near.length > 0 ? `did you mean ${either(near)}?` : "see `weighbridge --help`";
  throw new UsageError(`unknown command '${topic}'; ${fix}`);
}
