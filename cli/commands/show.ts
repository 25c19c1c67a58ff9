import { readFootprint } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { unknownOption } from "../choose";
import { UsageError } from "../errors";
import { asOf, builtin, config, foreign, format, namespace } from "../flags";
import { footprintsOf } from "../footprints";
import { type ForeignInput, withStatesBefore } from "../foreign";
import { optionsInForce, type ReviewFlags, reviewsInForce, reviewsOf } from "../in-force";
import { paint, print, width } from "../output";
import { tryOption } from "../try-option";
import type { Command } from "./command";

/** Flags of `weighbridge show`. */
interface Flags extends ReviewFlags {
  readonly from: readonly ForeignInput[];
  /** Namespace of foreign Kubernetes objects without one. */
  readonly namespace?: string;
  /** One of `formatNames("show")`. */
  readonly format: string;
  /** Date for the end of support. */
  readonly asOf?: string;
}

/** `weighbridge show`: one option, or one foreign input. */
export const show: Command<Flags> = {
  name: "show",
  summary: "shows one option in full",
  examples: [
    { words: "show partner-b", does: "one option in full" },
    { words: "show --from next=next.json -o json", does: "a plan, for a program" },
  ],
  define: (parser) =>
    parser
      .argument("[option]", "option id")
      .addOption(config())
      .addOption(builtin())
      .addOption(foreign())
      .addOption(namespace())
      .addOption(asOf())
      .addOption(format("show")),

  async run([word], { from, namespace, format, asOf, ...flags }) {
    const inForce = await reviewsInForce(flags);
    const named = withStatesBefore(word === undefined ? [] : [word], from).filter(
      ({ name }) => name === word,
    );
    const isForeign = named.length > 0;
    const option = word === undefined ? undefined : tryOption(word, optionsInForce(inForce));
    if (word !== undefined && option === undefined && !isForeign)
      throw new UsageError(unknownOption(word, inForce));
    const options = option === undefined ? [] : [option];
    const foreign = (isForeign ? named : from).map(({ name, path, isBefore }) =>
      readFootprint(path, { id: name, namespace, isBefore }),
    );
    const [footprint, ...more] = [...foreign, ...(await footprintsOf(options, inForce))];
    if (footprint === undefined || more.length > 0)
      throw new UsageError(
        "show one option, or one --from name=PATH; `weighbridge options` lists the options",
      );
    const reviews = reviewsOf(options, inForce);
    await print(rendererOf("show", format)(footprint, { width: width(), paint: paint(), asOf, reviews }));
    return 0;
  },
};
