import { OPTIONS } from "../config/options";
import { type Footprint, readFootprint } from "../footprint";
import { rendererOf } from "../footprint/render";
import { unknownOption } from "./choose";
import { UsageError } from "./errors";
import { footprintsOf } from "./footprints";
import type { ForeignInput } from "./foreign";
import { paint, print, width } from "./output";

/** Flags of `weighbridge show`. */
export interface ShowArguments {
  readonly from: readonly ForeignInput[];
  /** One of `formatNames("show")`. */
  readonly format: string;
  /** Date that the end of support is held against. */
  readonly asOf?: string;
}

/** `weighbridge show`: one option, or one foreign input. @throws UsageError, InputError */
export async function showCommand(
  word: string | undefined,
  { from, format, asOf }: ShowArguments,
): Promise<void> {
  const footprint = await only(word, from);
  print(rendererOf("show", format)(footprint, { width: width(), paint: paint(), asOf }));
}

async function only(word: string | undefined, from: readonly ForeignInput[]): Promise<Footprint> {
  const option = OPTIONS.find(({ id }) => id === word);
  const isForeign = from.some(({ name }) => name === word);
  if (word !== undefined && option === undefined && !isForeign) throw new UsageError(unknownOption(word));
  const foreign = from.map(({ name, path }) => readFootprint(path, { id: name }));
  const [footprint, ...more] = [...foreign, ...(await footprintsOf(option ? [option] : []))];
  if (footprint !== undefined && more.length === 0) return footprint;
  throw new UsageError("show one option, or one --from name=PATH; `weighbridge options` lists the options");
}
