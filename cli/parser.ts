import { InvalidArgumentError, Command as Parser } from "commander";
import { isUserError } from "../errors/user-error";
import { packagePath } from "../files/package-root";
import { COMMANDS } from "./commands";
import { UsageError } from "./errors";
import { withExamples } from "./example";
import { type OutputFlags, print, reportError, withOutput } from "./output";
import { usageText } from "./usage-text";

/**
 * The parser of every command: what runs them, their help, the manual page and the completion of a shell.
 * @param end gets the exit code of the command that was run
 * @param args as typed: an error names the command
 */
export function createParser(
  end: (code: 0 | 1) => void = () => {},
  [first = ""]: readonly string[] = [],
): Parser {
  const called = COMMANDS.some(({ name }) => name === first) ? `weighbridge ${first}` : "weighbridge";
  const { version } = require(packagePath("package.json")) as { version: string };
  const faults: string[] = [];
  const parser = new Parser("weighbridge")
    .description("Compares the options of an architecture review from the Terraform that they would become.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void print(text),
      outputError: (text) => {
        for (const fault of [...faults, text]) reportError(usageText(fault, called));
      },
    });
  for (const { name, summary, examples, define, run } of COMMANDS) {
    const command = parser.command(name).description(summary).copyInheritedSettings(parser);
    withExamples(define(command), examples).option("--quiet", "only errors on stderr");
    // A report has a file of its own, and what is deployed or synthesised is no text.
    const hasFile = command.options.some(({ long }) => long === "--out" || long === "--output");
    if (!hasFile && name !== "sandbox")
      command.option("--out <file>", "file for the result (default: stdout)");
    collectFaults(command, faults);
    command.action(async () => {
      if (faults.length > 0) throw new UsageError(faults.map((fault) => usageText(fault, called)).join("\n"));
      const { out, quiet } = command.opts<OutputFlags>();
      const output = { ...(!hasFile && { out }), quiet };
      end(await withOutput(output, () => run(command.args, command.opts() as never)));
    });
  }
  return parser;
}

/** The parser stops at the first value that an option refuses: here they are collected instead. */
function collectFaults(command: Parser, faults: string[]): void {
  for (const option of command.options) {
    const parse = option.parseArg;
    if (parse === undefined) continue;
    option.parseArg = <T>(word: string, earlier: T) => {
      try {
        return parse(word, earlier) as T;
      } catch (error) {
        if (error instanceof InvalidArgumentError)
          faults.push(`option '${option.flags}' argument '${word}' is invalid. ${error.message}`);
        else if (isUserError(error)) faults.push(error.message);
        else throw error;
        return earlier;
      }
    };
  }
}
