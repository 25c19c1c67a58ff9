import { type Option, stacksOf } from "../config/options";
import { STEADY_REPLICAS } from "../config/usage";
import { type Footprint, mergeFootprints, readEach, toFootprint } from "../footprint";
import type { ForeignInput } from "./foreign";
import { synthesiseInMemory } from "./synthesise";

/** Footprints of the chosen options, from the Terraform JSON that they synthesise to. Nothing is kept of an option but that. */
export async function footprintsOf(options: readonly Option[]): Promise<readonly Footprint[]> {
  const footprints: Footprint[] = [];
  for (const option of options) footprints.push(await footprintOf(option));
  return footprints;
}

async function footprintOf(option: Option): Promise<Footprint> {
  const documents = await synthesiseInMemory(option);
  const stacks = stacksOf(option).map((id) =>
    toFootprint(documents.get(id), { id, usage: STEADY_REPLICAS[id] }),
  );
  return mergeFootprints(option.id, stacks);
}

/** Footprints of foreign inputs. @throws InputError with the file and the place in it */
export function footprintsFrom(inputs: readonly ForeignInput[]): readonly Footprint[] {
  return inputs.flatMap(({ name, path }) => [...readEach(path, name)]);
}
