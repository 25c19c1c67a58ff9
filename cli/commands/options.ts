import { rendererOf } from "../../footprint/render";
import { format } from "../flags";
import { optionsInForce, reviewsInForce } from "../in-force";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** `weighbridge options`: id, review and title of each. */
export const options: Command<{ readonly format: string }> = {
  name: "options",
  summary: "lists the options",
  define: (parser) => parser.addOption(format("options")),

  async run(_, { format }) {
    const options = optionsInForce(await reviewsInForce());
    await print(rendererOf("options", format)(options, { width: width(), paint: paint() }));
    return 0;
  },
};
