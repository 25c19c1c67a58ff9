import type { Option } from "../config/model/option";
import { eachWithFaults, withEveryFault } from "../errors/every-fault";
import { type Footprint, mergeFootprints, readEach, toFootprint } from "../footprint";
import { asReviewed, readOption } from "../footprint/review";
import type { ForeignInput } from "./foreign";
import { type InForce, optionOf } from "./in-force";
import { documentsOf, requirePeersOf, stackIdsOf } from "./synth";

/** Footprints of the chosen options, in their order: read from files, or from what they synthesise to. */
export async function footprintsOf(
  options: readonly Option[],
  inForce: InForce,
): Promise<readonly Footprint[]> {
  const made = eachWithFaults(options, (option) => synthesised(option, inForce));
  requirePeersOf(made.flat());
  return withEveryFault(options, (option) => footprintOf(option, inForce));
}

/** The option itself, or those that it is read from. */
export function synthesised(option: Option, inForce: InForce): readonly Option[] {
  if (option.from === undefined) return [option];
  return option.from.flatMap((from) =>
    "option" in from ? synthesised(optionOf(from.option, option, inForce), inForce) : [],
  );
}

async function footprintOf(option: Option, inForce: InForce): Promise<Footprint> {
  const review = inForce.reviews.find(({ id }) => id === option.review);
  if (review !== undefined && option.from !== undefined)
    return readOption(option, review, {
      footprintOf: (id) => footprintOf(optionOf(id, option, inForce), inForce),
    });
  const documents = await documentsOf(option);
  const usage = option.addTo === undefined ? review?.steadyReplicas : undefined;
  const stacks = stackIdsOf(option, documents).map((id) =>
    toFootprint(documents.get(id), { id, usage: usage?.[id] }),
  );
  const footprint = mergeFootprints(option.id, stacks);
  return option.addTo === undefined || review === undefined ? footprint : asReviewed(footprint, review);
}

/** Footprints of foreign inputs. @throws UserError with the file and the place of every fault */
export async function footprintsFrom(
  inputs: readonly ForeignInput[],
  namespace: string | undefined,
): Promise<readonly Footprint[]> {
  const read = await withEveryFault(inputs, ({ name, path, isBefore }) => [
    ...readEach(path, name, { namespace, isBefore }),
  ]);
  return read.flat();
}
