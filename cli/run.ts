import { CommanderError, Command as Parser } from "commander";
import { either } from "../errors/either";
import { nearest } from "../errors/nearest";
import { packagePath } from "../files/package-root";
import { COMMANDS } from "./commands";
import { failureOf, UsageError } from "./errors";
import { type OutputFlags, print, reportError, withOutput } from "./output";
import { usageText } from "./usage-text";

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

function createParser(end: (code: 0 | 1) => void, [first = ""]: readonly string[]): Parser {
  const called = COMMANDS.some(({ name }) => name === first) ? `weighbridge ${first}` : "weighbridge";
  const { version } = require(packagePath("package.json")) as { version: string };
  const parser = new Parser("weighbridge")
    .description("Compares the options of an architecture review from the Terraform that they would become.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void print(text),
      outputError: (text) => reportError(usageText(text, called)),
    });
  for (const { name, summary, define, run } of COMMANDS) {
    const command = parser.command(name).description(summary).copyInheritedSettings(parser);
    define(command).option("--quiet", "only errors on stderr");
    // A report has a file of its own, and what is deployed or synthesised is no text.
    const hasFile = command.options.some(({ long }) => long === "--out" || long === "--output");
    if (!hasFile && name !== "sandbox")
      command.option("--out <file>", "file for the result (default: stdout)");
    command.action(async () => {
      const { out, quiet } = command.opts<OutputFlags>();
      const output = { ...(!hasFile && { out }), quiet };
      end(await withOutput(output, () => run(command.args, command.opts() as never)));
    });
  }
  return parser;
}
