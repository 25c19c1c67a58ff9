import { Command, CommanderError, Option } from "commander";
import type { CompareArguments } from "./compare";
import { runOrExplain } from "./errors";
import { type ForeignInput, parseForeign } from "./foreign";

// Commands are loaded when they run: `weighbridge options` needs no bindings.
const program = new Command("weighbridge")
  .description("Weighs the candidates of an architecture review from the Terraform that they would become.")
  .version((require("../../package.json") as { version: string }).version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "weighbridge: ")) });

const foreign = () =>
  new Option(
    "--from <name=path>",
    "also a cdktf.out folder, a stack folder or a .tf.json file; may be repeated",
  )
    .argParser((word: string, earlier: readonly ForeignInput[]) => parseForeign(word, earlier))
    .default([], "none");

program
  .command("compare")
  .description("sets options side by side")
  .argument("[option...]", "option ids, or a review such as 001 for all of its options")
  .addOption(foreign())
  .option("--baseline <option>", "option that the others are measured against (default: the review's own)")
  .addOption(
    new Option("--at <point>", "operating point of the differences")
      .choices(["min", "steady", "max"])
      .default("steady"),
  )
  .addOption(new Option("--format <format>", "how to print it").choices(["table", "json"]).default("table"))
  .action((words: string[], flags: CompareArguments) =>
    runOrExplain(() => (require("./compare") as typeof import("./compare")).compareCommand(words, flags)),
  );

program
  .command("show")
  .description("shows one option in full")
  .argument("[option]", "option id")
  .addOption(foreign())
  .addOption(new Option("--format <format>", "how to print it").choices(["table", "json"]).default("table"))
  .action((word: string | undefined, flags: { from: readonly ForeignInput[]; format: "table" | "json" }) =>
    runOrExplain(() => (require("./show") as typeof import("./show")).showCommand(word, flags)),
  );

program
  .command("options")
  .description("lists the options")
  .addOption(new Option("--format <format>", "how to print it").choices(["table", "json"]).default("table"))
  .action((flags: { format: "table" | "json" }) =>
    runOrExplain(() => (require("./options") as typeof import("./options")).optionsCommand(flags)),
  );

program
  .command("synth")
  .description("writes the options' Terraform JSON, the same bytes as `cdktf synth` and faster")
  .argument("[option...]", "option ids or reviews (default: every option)")
  .option("--output <folder>", "where to write", "cdktf.out")
  .action((words: string[], flags: { output: string }) =>
    runOrExplain(() => (require("./synth") as typeof import("./synth")).synthCommand(words, flags)),
  );

async function main(): Promise<void> {
  try {
    await runOrExplain(async () => {
      await program.parseAsync();
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

void main();
