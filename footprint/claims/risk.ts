import { blastRadius, capacity, pages, singlePointsOfFailure } from "../figures";
import type { Point, Sum } from "../figures/figure";
import type { Footprint } from "../model";
import { Missing } from "./missing";
import { literal, type RangeTerm } from "./value";

/** PHP workers or connections of all pods. @throws Missing where they are a lower bound, or there are none */
export function atOnce(
  footprint: Footprint,
  wanted: { readonly measure: "phpWorkers" | "openConnections"; readonly at: Point },
): RangeTerm {
  const { phpWorkers, connections } = capacity(footprint);
  const [sum, what] =
    wanted.measure === "phpWorkers"
      ? [phpWorkers, "PHP workers of all pods"]
      : [connections?.open, "upstream connections"];
  return {
    ...literal(exact(sum, wanted.at, `the ${what} of ${footprint.id}`)),
    formula: `${sum?.[wanted.at]} (${what})`,
  };
}

/** What one pod has. @throws Missing if the document does not specify it */
export function perPod(
  { id, workloads }: Footprint,
  wanted: { readonly measure: "workersPerPod" | "connectionsPerPod"; readonly workload: string },
): RangeTerm {
  const workload = workloads.find(({ name }) => name === wanted.workload);
  const [count, what] =
    wanted.measure === "workersPerPod"
      ? [workload?.phpWorkers, "workers per pod"]
      : [workload?.connectionCap?.perPod, "connections per pod"];
  if (count === undefined) throw new Missing(`the ${what} of ${wanted.workload} in the stack of ${id}`);
  return { ...literal(count), formula: `${count} (${what})` };
}

/** Names of what fails, or of the entry points that lose service. @throws Missing for an unknown thing */
export function lossOf(
  footprint: Footprint,
  { measure, thing }: { readonly measure: "stops" | "entryPointsLost"; readonly thing: string },
): readonly string[] {
  const { losses, undetermined } = blastRadius(footprint);
  const found = losses.find(({ name }) => name === thing);
  if (found === undefined) throw new Missing(`${thing} in the stack of ${footprint.id}`);
  if (undetermined.length > 0)
    throw new Missing(`${undetermined.join(", ")} in the stack of ${footprint.id}`);
  return measure === "stops" ? found.stops : found.entryPoints;
}

/** Names of all entry points, single points of failure or paging alerts. */
export function riskNames(
  footprint: Footprint,
  measure: "pages" | "singleMachines" | "singlePoints" | "entryPoints",
): string[] {
  if (measure === "pages") return pages(footprint).map(({ name }) => name);
  if (measure === "entryPoints") return footprint.exposures.map(({ id }) => id);
  return singlePointsOfFailure(footprint)
    .found.filter(({ kind }) => measure === "singlePoints" || kind === "machine")
    .map(({ name }) => name);
}

/** Names of the paging alerts whose name or condition contains a text. */
export function pagesAbout(footprint: Footprint, text: string): string[] {
  const speaks = (words: string) => words.toLowerCase().includes(text.toLowerCase());
  return pages(footprint)
    .filter(({ name, condition }) => speaks(name) || speaks(condition))
    .map(({ name }) => name);
}

function exact(sum: Sum | undefined, at: Point, what: string): number {
  if (sum === undefined || sum.atLeast) throw new Missing(what);
  return sum[at];
}
