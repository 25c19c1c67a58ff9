import { Command, CommanderError, Option } from "commander";
import { formatNames, type RenderedCommand } from "../footprint/render";
import { parseAsOf } from "./as-of";
import type { ClaimsArguments } from "./claims";
import type { CompareArguments } from "./compare";
import type { CostArguments } from "./cost";
import { runOrExplain } from "./errors";
import { type ForeignInput, parseForeign } from "./foreign";
import type { ReportArguments } from "./report";
import type { ShowArguments } from "./show";

// Commands are loaded when they run: `weighbridge options` needs no bindings.
const program = new Command("weighbridge")
  .description("Weighs the candidates of an architecture review from the Terraform that they would become.")
  .version((require("../../package.json") as { version: string }).version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "weighbridge: ")) });

const foreign = () =>
  new Option(
    "--from <name=path>",
    "also Terraform JSON, a plan (terraform show -json) or Kubernetes YAML; may be repeated",
  )
    .argParser((word: string, earlier: readonly ForeignInput[]) => parseForeign(word, earlier))
    .default([], "none");

const baseline = () =>
  new Option(
    "--baseline <option>",
    "option that the others are measured against (default: the review's own)",
  );

const asOf = () =>
  new Option(
    "--as-of <date>",
    "date, YYYY-MM-DD, that support and the age of prices are held against (default: the dates alone are told)",
  ).argParser(parseAsOf);

const prices = () =>
  new Option(
    "--prices <file>",
    "JSON of prices, of a review or of a list, in place of those that come along; may be repeated",
  )
    .argParser((file: string, earlier: readonly string[]) => [...earlier, file])
    .default([], "none");

const format = (command: RenderedCommand) =>
  new Option("--format <format>", "output format").choices(formatNames(command)).default("table");

const at = () =>
  new Option("--at <point>", "operating point of the differences")
    .choices(["min", "steady", "max"])
    .default("steady");

program
  .command("compare")
  .description("sets options side by side")
  .argument("[option...]", "option ids, or a review such as 001 for all of its options")
  .addOption(foreign())
  .addOption(baseline())
  .addOption(at())
  .addOption(prices())
  .addOption(asOf())
  .addOption(format("compare"))
  .option("--budget <file>", "YAML of ceilings; exit code 1 where one is exceeded")
  .addOption(
    new Option("--write <folder>", "write a snapshot of each footprint to this folder").conflicts([
      "format",
      "budget",
      "prices",
    ]),
  )
  .addOption(
    new Option(
      "--check <folder>",
      "exit code 1 if a footprint differs from its snapshot in this folder",
    ).conflicts(["format", "budget", "prices", "write"]),
  )
  .action((words: string[], flags: CompareArguments) =>
    runOrExplain(() => (require("./compare") as typeof import("./compare")).compareCommand(words, flags)),
  );

program
  .command("report")
  .description("writes the comparison and the reviews' claims as one HTML file")
  .argument("[option...]", "option ids, or a review such as 001 for all of its options")
  .addOption(foreign())
  .addOption(baseline())
  .addOption(at())
  .addOption(prices())
  .addOption(asOf())
  .requiredOption("--out <file>", "file to write")
  .action((words: string[], flags: ReportArguments) =>
    runOrExplain(() => (require("./report") as typeof import("./report")).reportCommand(words, flags)),
  );

program
  .command("cost")
  .description("traces every line of what options cost to its price, source and date")
  .argument("[option...]", "option ids, or a review such as 001 for all of its options")
  .addOption(foreign())
  .addOption(at())
  .addOption(prices())
  .addOption(asOf())
  .addOption(format("cost"))
  .action((words: string[], flags: CostArguments) =>
    runOrExplain(() => (require("./cost") as typeof import("./cost")).costCommand(words, flags)),
  );

program
  .command("claims")
  .description("puts the reviews' own statements to the test")
  .argument("[review]", "number of a review (default: all)")
  .addOption(format("claims"))
  .option("--strict", "exit code 1 where a claim is contradicted")
  .action((review: string | undefined, flags: ClaimsArguments) =>
    runOrExplain(() => (require("./claims") as typeof import("./claims")).claimsCommand(review, flags)),
  );

program
  .command("show")
  .description("shows one option in full")
  .argument("[option]", "option id")
  .addOption(foreign())
  .addOption(asOf())
  .addOption(format("show"))
  .action((word: string | undefined, flags: ShowArguments) =>
    runOrExplain(() => (require("./show") as typeof import("./show")).showCommand(word, flags)),
  );

program
  .command("options")
  .description("lists the options")
  .addOption(format("options"))
  .action((flags: { format: string }) =>
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
