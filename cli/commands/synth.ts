import { stacksOf } from "../../config/model/option";
import { chooseOptions } from "../choose";
import { optionsInForce, reviewsInForce } from "../in-force";
import { print, report } from "../output";
import { synthesiseInto } from "../synth";
import type { Command } from "./command";

/** `weighbridge synth`: paths on stdout, warnings of the constructs on stderr. */
export const synth: Command<{ readonly output: string }> = {
  name: "synth",
  summary: "writes the Terraform JSON of options, the same bytes as `cdktf synth` and faster",
  define: (parser) =>
    parser
      .argument("[option...]", "option ids or reviews (default: every option)")
      .option("--output <folder>", "where to write", "cdktf.out"),

  async run(words, { output }) {
    const inForce = await reviewsInForce();
    const options = words.length === 0 ? optionsInForce(inForce) : chooseOptions(words, inForce);
    for (const { constructPath, message } of await synthesiseInto(options, output))
      report(`warning: ${constructPath}: ${message}`);
    const files = options.flatMap(stacksOf).map((id) => `${output}/stacks/${id}/cdk.tf.json\n`);
    await print(files.join(""));
    return 0;
  },
};
