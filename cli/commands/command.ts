import type { Command as Parser } from "commander";
import type { Example } from "../example";

/** One command of `weighbridge`: its file in this folder, and one line in the registry. */
export interface Command<Flags = never> {
  /** As it is typed. */
  readonly name: string;
  /** What it does, one line of `weighbridge --help`. */
  readonly summary: string;
  /** For its help and the manual page. */
  readonly examples: readonly Example[];
  /**
   * What its first argument may be, for the completion of a shell.
   * @default - what the name of the argument says
   */
  readonly firstWords?: readonly string[];
  /** Adds its arguments and options. */
  define(parser: Parser): Parser;
  /**
   * Runs it.
   * @param words the arguments
   * @returns 1 where a budget, a claim or a snapshot says no, else 0
   * @throws UserError for what the user caused
   */
  run(words: readonly string[], flags: Flags): Promise<0 | 1>;
}
