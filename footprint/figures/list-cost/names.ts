import type { Footprint } from "../../model";
import { grouped } from "../../order";
import { labelsOf } from "../labels";

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * A footprint in which no two things that are billed have the same name: charges and machines then have their address
 * in its place, workloads their namespace before it. Several charges of one thing keep its name.
 */
export function withUniqueNames(footprint: Footprint): Footprint {
  const { charges, nodes, workloads } = footprint;
  const shared = sharedNames([...charges, ...nodes]);
  const label = labelsOf(footprint);
  const isUnique = shared.size === 0 && workloads.every((each) => label(each) === each.name);
  if (isUnique) return footprint;
  const unique = <T extends Named>(thing: T): T =>
    shared.has(thing.name) ? { ...thing, name: thing.id } : thing;
  return {
    ...footprint,
    charges: charges.map(unique),
    nodes: nodes.map(unique),
    workloads: workloads.map((each) => ({ ...each, name: label(each) })),
  };
}

function sharedNames(things: readonly Named[]): ReadonlySet<string> {
  const groups = grouped(things, ({ name }) => name);
  const shared = [...groups].filter(([, [first, ...others]]) => others.some(({ id }) => id !== first?.id));
  return new Set(shared.map(([name]) => name));
}
