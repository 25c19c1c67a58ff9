import { OPTIONS } from "../../config/options";
import { type Footprint, readFootprint } from "../../footprint";
import { rendererOf } from "../../footprint/render";
import { unknownOption } from "../choose";
import { UsageError } from "../errors";
import { asOf, foreign, format, namespace } from "../flags";
import { footprintsOf } from "../footprints";
import type { ForeignInput } from "../foreign";
import { paint, print, width } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge show`. */
interface Flags {
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
  define: (parser) =>
    parser
      .argument("[option]", "option id")
      .addOption(foreign())
      .addOption(namespace())
      .addOption(asOf())
      .addOption(format("show")),

  async run([word], { from, namespace, format, asOf }) {
    const footprint = await only(word, from, namespace);
    await print(rendererOf("show", format)(footprint, { width: width(), paint: paint(), asOf }));
    return 0;
  },
};

async function only(
  word: string | undefined,
  from: readonly ForeignInput[],
  namespace: string | undefined,
): Promise<Footprint> {
  const option = OPTIONS.find(({ id }) => id === word);
  const isForeign = from.some(({ name }) => name === word);
  if (word !== undefined && option === undefined && !isForeign) throw new UsageError(unknownOption(word));
  const foreign = from.map(({ name, path }) => readFootprint(path, { id: name, namespace }));
  const [footprint, ...more] = [...foreign, ...(await footprintsOf(option ? [option] : []))];
  if (footprint !== undefined && more.length === 0) return footprint;
  throw new UsageError("show one option, or one --from name=PATH; `weighbridge options` lists the options");
}
