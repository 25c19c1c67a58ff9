import { Option } from "commander";
import { rendererOf } from "../../footprint/render";
import { builtin, config, format } from "../flags";
import { type ReviewFlags, reviewsInForce, usualOptions } from "../in-force";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge options`. */
interface Flags extends ReviewFlags {
  /** One of `formatNames("options")`. */
  readonly format: string;
  /** @default false */
  readonly switches?: boolean;
  /** @default false */
  readonly deviations?: boolean;
}

/** `weighbridge options`: id, review and title of each. */
export const options: Command<Flags> = {
  name: "options",
  summary: "lists the options",
  examples: [
    { words: "options", does: "every option" },
    { words: "options --switches", does: "what can be chosen of each" },
  ],
  define: (parser) =>
    parser
      .option("--switches", "lists the switches of each option, with their values")
      .addOption(
        new Option("--deviations", "lists what each option has otherwise than its review").conflicts(
          "switches",
        ),
      )
      .addOption(config())
      .addOption(builtin())
      .addOption(format("options")),

  async run(_, { format, switches, deviations, ...flags }) {
    const inForce = await reviewsInForce(flags);
    const { reviews } = inForce;
    const layout = { width: width(), paint: paint(), switches, deviations, reviews };
    await print(rendererOf("options", format)(usualOptions(inForce), layout));
    return 0;
  },
};
