import { stacksOf } from "../../config/model/option";
import { chooseOptions } from "../choose";
import { UsageError } from "../errors";
import { builtin, config } from "../flags";
import { type ReviewFlags, reviewsInForce, usualOptions } from "../in-force";
import { print, report } from "../output";
import { synthesiseInto } from "../synth";
import { linesOf } from "../synth/reported";
import type { Command } from "./command";

interface Flags extends ReviewFlags {
  readonly output: string;
  /** @default false: deviations from the reviews are counted only */
  readonly verbose?: boolean;
}

/** `weighbridge synth`: paths on stdout, what the constructs report on stderr. */
export const synth: Command<Flags> = {
  name: "synth",
  summary: "writes the Terraform JSON of options, the same bytes as `cdktf synth` and faster",
  examples: [
    { words: "synth partner-b", does: "into cdktf.out/stacks/partner-b" },
    { words: "synth 001 --output before", does: "every option of a review, into another folder" },
  ],
  define: (parser) =>
    parser
      .argument("[option...]", "option ids or reviews (default: every option)")
      .addOption(config())
      .addOption(builtin())
      .option("--output <folder>", "where to write", "cdktf.out")
      .option("--verbose", "list the deviations from the reviews, too"),

  async run(words, { output, verbose = false, ...flags }) {
    const inForce = await reviewsInForce(flags);
    const chosen = words.length === 0 ? usualOptions(inForce) : chooseOptions(words, inForce);
    const options = chosen.filter(({ from }) => from === undefined);
    const read = chosen.filter(({ from }) => from !== undefined).map(({ id }) => id);
    if (read.length > 0 && (words.length > 0 || options.length === 0))
      throw new UsageError(
        `${read.join(", ")}: read from files, so there is nothing to synthesise; name options that are synthesised`,
      );
    const { reported, stacks } = await synthesiseInto(options, output);
    for (const line of linesOf(reported, { verbose })) report(line);
    const isBuiltin = options.every(({ addTo }) => addTo === undefined);
    const ids = isBuiltin ? options.flatMap(stacksOf) : stacks;
    await print(ids.map((id) => `${output}/stacks/${id}/cdk.tf.json\n`).join(""));
    return 0;
  },
};
