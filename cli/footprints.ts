import { type Option, stacksOf } from "../config/model/option";
import { type Footprint, mergeFootprints, readEach, toFootprint } from "../footprint";
import type { ForeignInput } from "./foreign";
import type { InForce } from "./in-force";
import { documentsOf, requirePeersOf } from "./synth";

/** Footprints of the chosen options, in their order, from the Terraform JSON that they synthesise to. */
export async function footprintsOf(
  options: readonly Option[],
  { reviews }: InForce,
): Promise<readonly Footprint[]> {
  requirePeersOf(options);
  const footprints: Footprint[] = [];
  for (const option of options) {
    const usage = reviews.find(({ id }) => id === option.review)?.steadyReplicas;
    const documents = await documentsOf(option);
    const stacks = stacksOf(option).map((id) => toFootprint(documents.get(id), { id, usage: usage?.[id] }));
    footprints.push(mergeFootprints(option.id, stacks));
  }
  return footprints;
}

/** Footprints of foreign inputs. @throws InputError with the file and the place in it */
export function footprintsFrom(
  inputs: readonly ForeignInput[],
  namespace: string | undefined,
): readonly Footprint[] {
  return inputs.flatMap(({ name, path }) => [...readEach(path, name, { namespace })]);
}
