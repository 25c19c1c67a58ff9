import { type ComparedOption, runsNothing } from "../../compare";
import type { Sum } from "../../figures/figure";
import type { LineKey } from "../../figures/lines";
import { cellOf, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { matrix, NOTHING, row, type Scene, versus } from "./scene";

/** Which workloads run, and how many pods of each. */
export function deployedSection(scene: Scene): Section {
  const { at } = scene.comparison;
  const workloads = matrix(scene, {
    itemsOf: ({ measures }) => measures.deployed,
    nameOf: ({ name }) => name,
    tell: ({ replicas }) => [
      replicas === undefined ? { text: "not known", style: "magenta" } : { text: say.span(replicas, at) },
    ],
  });
  return {
    title: `Deployed, pods at ${at} (min–max)`,
    rows: [
      ...sharedLast(workloads),
      ...summed(scene, "All pods", "pods", ({ measures }) => measures.compute.pods),
    ],
  };
}

/** What the pods keep free and what they may use. */
export function computeSection(scene: Scene): Section {
  return {
    title: `Compute at ${scene.comparison.at} (min–max): CPU in cores, memory in GiB`,
    rows: [
      ...summed(
        scene,
        "Reserve CPU",
        "cpuCores.request",
        ({ measures }) => measures.compute.cpuCores.request,
      ),
      ...summed(
        scene,
        "Reserve memory",
        "memoryGiB.request",
        ({ measures }) => measures.compute.memoryGiB.request,
      ),
      ...summed(scene, "Limit CPU", "cpuCores.limit", ({ measures }) => measures.compute.cpuCores.limit),
      ...summed(scene, "Limit memory", "memoryGiB.limit", ({ measures }) => measures.compute.memoryGiB.limit),
    ],
  };
}

function summed(scene: Scene, label: string, line: LineKey, of: (option: ComparedOption) => Sum): Row[] {
  const { at } = scene.comparison;
  const cell = (option: ComparedOption) =>
    runsNothing(option) ? cellOf("none", "dim") : cellOf(say.sum(of(option), at));
  return [row(scene, label, cell, line), ...versus(scene, line)];
}

/** What tells the options apart comes first: rows with more empty cells. */
function sharedLast(rows: readonly Row[]): Row[] {
  const empty = ({ cells }: Row) => cells.filter(({ paragraphs }) => paragraphs[0]?.text === NOTHING).length;
  return [...rows].sort((left, right) => empty(right) - empty(left));
}
