import type { Cursor } from "../terraform/cursor";

/**
 * Why the on-demand price of a Linux machine is not that of a machine; undefined where it is.
 * @param scheduling where it is written that a machine is preemptible
 * @param machine where its accelerators and its host are
 */
export function notOnDemand(scheduling: Cursor, machine: Cursor): string | undefined {
  const isSpot = ["preemptible", "spot"].some((key) => scheduling.optional(key) === "true");
  if (isSpot || scheduling.optional("provisioning_model") === "SPOT")
    return "spot machine: its price changes";
  const hasAccelerator = machine.at("guest_accelerator").value;
  if (
    Array.isArray(hasAccelerator)
      ? hasAccelerator.length > 0
      : typeof hasAccelerator === "object" && hasAccelerator !== null
  )
    return "its GPUs are not in the price of the machine type";
  if (machine.optional("node_group") !== undefined || hasNodes(scheduling.all("node_affinities")))
    return "on a sole-tenant node: the node is charged";
  if (machine.optional("image_type")?.toUpperCase().startsWith("WINDOWS") === true)
    return "Windows: the price of Linux does not contain its licence";
  return undefined;
}

function hasNodes(affinities: unknown): boolean {
  return Array.isArray(affinities)
    ? affinities.length > 0
    : typeof affinities === "object" && affinities !== null;
}
