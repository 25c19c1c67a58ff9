import { type Option, stacksOf } from "../config/options";
import { STEADY_REPLICAS } from "../config/usage";
import type { Footprint } from "../footprint";

/** Footprint of an option, from the Terraform JSON that it synthesises to. Nothing is kept of the option but that. */
export async function footprintOf(option: Option): Promise<Footprint> {
  // Loaded here, so that another thread can be started before.
  const { mergeFootprints, toFootprint } = require("../footprint") as typeof import("../footprint");
  const { synthesiseInMemory } = require("./synthesise") as typeof import("./synthesise");
  const documents = await synthesiseInMemory(option);
  const stacks = stacksOf(option).map((id) =>
    toFootprint(documents.get(id), { id, usage: STEADY_REPLICAS[id] }),
  );
  return mergeFootprints(option.id, stacks);
}
