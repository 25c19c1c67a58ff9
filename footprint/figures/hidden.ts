import type { Footprint } from "../model";
import type { Figure } from "./figure";

/** Kinds of unknowns behind which more may stand than the document holds: charts, modules, machines. */
const KINDS: ReadonlySet<string> = new Set(["workloads", "manifests", "resources", "what runs on it"]);

/**
 * True where the option deploys something of which nothing here tells what it brings: a chart or a module whose
 * insides are not in the document, a machine that does not say what it runs, a resource that no reader understands.
 * Whatever is counted is then a lower bound.
 */
export function hidesMore({ unknowns, unread }: Footprint): boolean {
  return Object.keys(unread).length > 0 || unknowns.some(({ what }) => KINDS.has(what));
}

/** A figure of a footprint that may hold more than its document tells. */
export function bounded(figure: Figure, footprint: Footprint): Figure {
  return hidesMore(footprint) ? { ...figure, atLeast: true } : figure;
}
