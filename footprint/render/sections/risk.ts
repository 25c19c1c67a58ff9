import type { ComparedOption } from "../../compare";
import { widestSinglePoint } from "../../figures";
import { bounded, hidesMore } from "../../figures/hidden";
import { slowestRollBack } from "../../figures/roll-back";
import { type Cell, cellOf, listCell, type Paragraph, type Section } from "../grid";
import * as say from "../numbers";
import { noneOf, row, type Scene, versusWhereKnown } from "./scene";
import { supportRows, supportStyle } from "./support";

/** What one failure stops, whom an alert wakes, and whose security fixes must be followed. */
export function riskSection(scene: Scene): Section {
  return {
    title: "Risk",
    rows: [
      row(
        scene,
        "Single points of failure",
        (option) => {
          const { found, notAssessed } = option.measures.singlePointsOfFailure;
          return listCell(
            [
              ...found.map(({ name, reason }) => ({ text: `${name}: ${reason}`, hang: 2 })),
              ...notAssessed.map(({ name, reason }) => ({
                text: `${name}? ${reason}`,
                style: "dim" as const,
                hang: 2,
              })),
            ],
            noneOf(option),
          );
        },
        "singlePointsOfFailure",
      ),
      row(scene, "One of them stops", stopped, "stoppedBySinglePoint"),
      row(scene, "Roll-back at most, s", (option) => rollBack(option, scene), "rollBackSeconds"),
      ...versusWhereKnown(scene, "rollBackSeconds"),
      row(
        scene,
        "Supply chains (end of support)",
        (option) => {
          const { supplyChains, support } = option.measures;
          return listCell(
            [
              ...supplyChains.known.flatMap(({ name, endOfLife, workloads }) => [
                {
                  text: endOfLife === undefined ? name : `${name} (${endOfLife})`,
                  style: supportStyle(name, support),
                  hang: 2,
                },
                { text: workloads.join(", "), style: "dim" as const, indent: 1 },
              ]),
              ...supplyChains.unknown.map(({ image }) => ({
                text: `not known: ${image}`,
                style: "magenta" as const,
                hang: 2,
              })),
            ],
            noneOf(option),
          );
        },
        "supplyChains",
      ),
      ...supportRows(scene),
      row(scene, "Alerts that page", (option) => {
        const { length } = option.measures.pages;
        return length === 0
          ? cellOf(noneOf(option), "dim")
          : cellOf(say.figure(bounded({ value: length, atLeast: false }, option.footprint)));
      }),
    ],
  };
}

/** What the widest single point stops, and the ways in that lose service with it. */
function stopped(option: ComparedOption): Cell {
  const { blastRadius } = option.measures;
  const widest = widestSinglePoint(blastRadius);
  const unclear: Paragraph[] = blastRadius.notTold.map((text) => ({
    text: `${text}?`,
    style: "dim",
    hang: 2,
  }));
  if (widest === undefined) return listCell(unclear, noneOf(option));
  const { kind, name, stops, waysIn } = widest;
  return {
    paragraphs: [
      {
        text: [say.count(stops.length, "workload"), fewOf(stops)].filter((part) => part !== "").join(": "),
        hang: 2,
      },
      { text: `with the ${kind} ${name}`, style: "dim", indent: 1, hang: 1 },
      {
        text: `${waysIn.length} of ${say.count(blastRadius.waysIn, "way in", "ways in")}`,
        style: "dim",
        indent: 1,
      },
      ...unclear,
    ],
  };
}

/** More names than these are told by their number. */
const NAMED = 3;

function fewOf(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return names.join(", ");
  return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
}

/** Seconds of the slowest way back, and whose it is. */
function rollBack(
  { measures: { rollBacks }, footprint }: ComparedOption,
  { comparison: { at } }: Scene,
): Cell {
  const slowest = slowestRollBack(rollBacks, at);
  if (slowest === undefined)
    return cellOf(hidesMore(footprint) ? "none known" : "nothing to roll back", "dim");
  const [min, max] = [slowestRollBack(rollBacks, "min"), slowestRollBack(rollBacks, "max")];
  const points = { min: min?.value ?? 0, steady: slowest.value, max: max?.value ?? 0, [at]: slowest.value };
  const whose = rollBacks
    .filter(({ seconds }) => seconds[at] === slowest.value)
    .map(({ workload }) => workload);
  return {
    paragraphs: [
      { text: say.sum({ ...points, atLeast: slowest.atLeast }, at) },
      { text: whose.join(", "), style: "dim", indent: 1 },
    ],
  };
}
