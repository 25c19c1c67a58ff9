import type { ComparedOption } from "../../compare";
import { widestSinglePoint } from "../../figures";
import { bounded, hidesMore } from "../../figures/hidden";
import { slowestRollBack } from "../../figures/roll-back";
import { firstOf } from "../../order";
import { type Cell, cellOf, listCell, type Paragraph, type Section } from "../grid";
import * as say from "../numbers";
import { type FigureRows, figureRows } from "./figure-rows";
import { noneOf, row, type Scene, versusWhereKnown } from "./scene";
import { supportRows, supportStyle } from "./support";

/** Single points of failure, what they stop, rollback, runtimes to update, and paging alerts. */
export function riskSection(scene: Scene): Section {
  const cells = (cell: (option: ComparedOption) => Cell): FigureRows => {
    return (own, { key }, label) => [row(own, label, cell, key)];
  };
  return {
    title: "Risk",
    rows: figureRows(scene, "risk", {
      details: {
        singlePointsOfFailure: cells(singlePoints),
        stoppedBySinglePoint: cells(impact),
        rollBackSeconds: rollbackRows,
        supplyChains: (own, { key }, label) => [row(own, `${label} (end of support)`, runtimes, key)],
        outOfSupport: supportRows,
        pages: cells(pagingAlerts),
      },
    }),
  };
}

function singlePoints(option: ComparedOption): Cell {
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
}

function runtimes(option: ComparedOption): Cell {
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
        text: `unrecognized: ${image}`,
        style: "magenta" as const,
        hang: 2,
      })),
    ],
    noneOf(option),
  );
}

function pagingAlerts(option: ComparedOption): Cell {
  const { length } = option.measures.pages;
  return length === 0
    ? cellOf(noneOf(option), "dim")
    : cellOf(say.figure(bounded({ value: length, atLeast: false }, option.footprint)));
}

/** What the worst single failure stops, and the entry points that lose service with it. */
function impact(option: ComparedOption): Cell {
  const { blastRadius } = option.measures;
  const widest = widestSinglePoint(blastRadius);
  const unclear: Paragraph[] = blastRadius.undetermined.map((text) => ({
    text: `${text}?`,
    style: "dim",
    hang: 2,
  }));
  if (widest === undefined) return listCell(unclear, noneOf(option));
  const { kind, name, stops, total } = widest;
  return {
    paragraphs: [
      {
        text: [say.count(total.stops, "workload"), fewOf(stops, total.stops)]
          .filter((part) => part !== "")
          .join(": "),
        hang: 2,
      },
      { text: `if ${kind} ${name} fails`, style: "dim", indent: 1, hang: 1 },
      {
        text: `${total.entryPoints} of ${say.count(blastRadius.entryPoints, "entry point")}`,
        style: "dim",
        indent: 1,
      },
      ...unclear,
    ],
  };
}

/** More names than these are counted instead. */
const NAMED = 3;

function fewOf(names: readonly string[], total: number): string {
  if (total <= NAMED + 1) return names.join(", ");
  return firstOf(names.slice(0, NAMED), total);
}

const rollbackRows: FigureRows = (scene, figure, label) => [
  row(scene, label, (option) => rollBack(option, scene), figure.key),
  ...versusWhereKnown(scene, figure),
];

/** Seconds of the slowest rollback, and the workloads that take them. */
function rollBack(
  { measures: { rollBacks }, footprint }: ComparedOption,
  { comparison: { at } }: Scene,
): Cell {
  const slowest = slowestRollBack(rollBacks, at);
  if (slowest === undefined)
    return cellOf(hidesMore(footprint) ? "none found" : "nothing to roll back", "dim");
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
