import type { Footprint } from "../model";
import type { Figure } from "./figure";

/** Kinds of unresolved values that may contain more than the document: charts, modules, machines. */
const KINDS: ReadonlySet<string> = new Set([
  "workloads",
  "manifests",
  "resources",
  "what runs on it",
  "scale target",
]);

/** What says whether a footprint is complete. */
export interface Hiding {
  readonly unknowns: readonly { readonly what: string }[];
  readonly unread: Readonly<Record<string, number>>;
}

/**
 * True if the option deploys something whose contents are not rendered: a chart or a module that is not in the
 * document, a machine without a declaration of what it runs, a resource of an unsupported type.
 * Whatever is counted is then a lower bound.
 */
export function hidesMore({ unknowns, unread }: Hiding): boolean {
  return Object.keys(unread).length > 0 || unknowns.some(({ what }) => KINDS.has(what));
}

/** Unresolved facts about images, which bear on no resource: `runtime of shop:1`, `end of php 8.2`. */
const OF_IMAGES = /^(runtime|end|\S+ version) of /;

/** True for an unresolved value that bears on the resources of workloads. */
export function bearsOnResources({ what }: Footprint["unknowns"][number]): boolean {
  return !OF_IMAGES.test(what);
}

/** True if nothing unresolved bears on the resources of workloads: what they do not have was not set. */
export function resourcesResolved({ unknowns, unread, workloads }: Footprint): boolean {
  return (
    !unknowns.some(bearsOnResources) &&
    Object.keys(unread).length === 0 &&
    workloads.every(
      ({ replicas, resourcesChangedBy = [] }) => replicas !== undefined && resourcesChangedBy.length === 0,
    )
  );
}

/** A figure of a footprint, as a lower bound if `hidesMore`. */
export function bounded(figure: Figure, footprint: Hiding): Figure {
  return hidesMore(footprint) ? { ...figure, atLeast: true } : figure;
}
