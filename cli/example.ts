import type { Command as Parser } from "commander";

/** A command line that can be copied, and what it does. */
export interface Example {
  /** Without `weighbridge`. */
  readonly words: string;
  readonly does: string;
}

/** Appends examples to the help of a command. */
export function withExamples(parser: Parser, examples: readonly Example[]): Parser {
  const lines = examples.flatMap(({ words, does }) => [`  # ${does}`, `  weighbridge ${words}`]);
  return parser.addHelpText("after", ["", "Examples:", ...lines].join("\n"));
}
