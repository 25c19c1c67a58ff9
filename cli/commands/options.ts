import { rendererOf } from "../../footprint/render";
import { builtin, config, format } from "../flags";
import { type ReviewFlags, reviewsInForce, usualOptions } from "../in-force";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** `weighbridge options`: id, review and title of each. */
export const options: Command<{ readonly format: string; readonly switches?: boolean } & ReviewFlags> = {
  name: "options",
  summary: "lists the options",
  define: (parser) =>
    parser
      .option("--switches", "lists the switches of each option, with their values")
      .addOption(config())
      .addOption(builtin())
      .addOption(format("options")),

  async run(_, { format, switches = false, ...flags }) {
    const options = usualOptions(await reviewsInForce(flags));
    await print(rendererOf("options", format)(options, { width: width(), paint: paint(), switches }));
    return 0;
  },
};
