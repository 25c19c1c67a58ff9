import { Command as Parser } from "commander";
import { packagePath } from "../files/package-root";
import { COMMANDS } from "./commands";
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
  const parser = new Parser("weighbridge")
    .description("Compares the options of an architecture review from the Terraform that they would become.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void print(text),
      outputError: (text) => reportError(usageText(text, called)),
    });
  for (const { name, summary, examples, define, run } of COMMANDS) {
    const command = parser.command(name).description(summary).copyInheritedSettings(parser);
    withExamples(define(command), examples).option("--quiet", "only errors on stderr");
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
