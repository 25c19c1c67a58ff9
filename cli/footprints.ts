import { join } from "node:path";
import { type Option, stacksOf } from "../config/options";
import { STEADY_REPLICAS } from "../config/usage";
import { type Footprint, mergeFootprints, readEach, readFootprint } from "../footprint";
import type { ForeignInput } from "./foreign";
import { withSynthesised } from "./synthesise";

/** Footprints of the chosen options, from the Terraform JSON that they synthesise to. */
export async function footprintsOf(options: readonly Option[]): Promise<readonly Footprint[]> {
  if (options.length === 0) return [];
  return withSynthesised(options, (outdir) => options.map((option) => footprintOf(option, outdir)));
}

function footprintOf(option: Option, outdir: string): Footprint {
  const stacks = stacksOf(option).map((id) =>
    readFootprint(join(outdir, "stacks", id), { id, usage: STEADY_REPLICAS[id] }),
  );
  return mergeFootprints(option.id, stacks);
}

/** Footprints of foreign inputs. @throws InputError with the file and the place in it */
export function footprintsFrom(inputs: readonly ForeignInput[]): readonly Footprint[] {
  return inputs.flatMap(({ name, path }) => [...readEach(path, name)]);
}
