import { OPTIONS } from "../../config/options";
import { rendererOf } from "../../footprint/render";
import { format } from "../flags";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** `weighbridge options`: id, review and title of each. */
export const options: Command<{ readonly format: string }> = {
  name: "options",
  summary: "lists the options",
  define: (parser) => parser.addOption(format("options")),

  async run(_, { format }) {
    await print(rendererOf("options", format)(OPTIONS, { width: width(), paint: paint() }));
    return 0;
  },
};
