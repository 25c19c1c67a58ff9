import type { Footprint, Workload } from "../model";

/** Part of a workload in a cluster that several workloads form: one thing, with as many copies as it has members. */
export type Membership =
  /** One of several that agree by majority and list each other. */
  | { readonly role: "member"; readonly of: number }
  /** The one that others copy, with as many copies beside it. */
  | { readonly role: "primary"; readonly copies: number }
  /** A copy of another one. */
  | { readonly role: "copy" };

/**
 * The clusters of a footprint, by the id of each member. Programs that keep data with one engine form one where they
 * list each other, as OpenSearch nodes and Kafka brokers do, or where one needs the other, as a replica its primary.
 */
export function clustersOf(footprint: Footprint): ReadonlyMap<string, Membership> {
  const engines = enginesOf(footprint);
  const isAlike = ({ id }: Workload, other: string) =>
    engines.has(id) && engines.get(id) === engines.get(other);
  const found = new Map<string, Membership>();
  const copies = new Map<string, Set<string>>();
  for (const workload of footprint.workloads) {
    const { id, needs = [], peers = [] } = workload;
    const members = peers.filter((other) => isAlike(workload, other));
    if (members.length > 0) found.set(id, { role: "member", of: members.length + 1 });
    for (const primary of needs)
      if (isAlike(workload, primary)) copies.set(primary, (copies.get(primary) ?? new Set()).add(id));
  }
  for (const [primary, own] of copies) {
    if (found.has(primary)) continue;
    for (const id of own) if (!found.has(id)) found.set(id, { role: "copy" });
    found.set(primary, { role: "primary", copies: own.size });
  }
  return found;
}

/** Family of the engine that each workload keeps data with; a plain volume has none. */
function enginesOf({ stores }: Footprint): ReadonlyMap<string, string> {
  const engines = new Map<string, string>();
  for (const { engine, usedBy = [] } of stores) {
    const [family = ""] = engine.toLowerCase().split(" ");
    if (family === "" || family === "volume") continue;
    for (const id of usedBy) engines.set(id, family);
  }
  return engines;
}
