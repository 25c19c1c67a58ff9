import type { ComparedOption } from "../../../compare";
import type { Loss, RollBack } from "../../../figures";
import { firstOf } from "../../../order";
import { type Cell, cellOf, listCell, type Paragraph, type Section } from "../../grid";
import * as say from "../../numbers";

/** What the option can work on at once, failure dependencies, and rollbacks. */
export function failureSections({ measures }: Pick<ComparedOption, "measures">): Section[] {
  const { capacity, blastRadius, rollBacks } = measures;
  return [
    { title: "Capacity, at steady (min–max)", rows: capacityRows(capacity) },
    {
      title: "Failure dependencies",
      rows: [
        ...blastRadius.losses.map((loss) => ({
          label: { text: loss.name, style: loss.isSinglePoint ? ("bold" as const) : undefined, hang: 2 },
          cells: [lossCell(loss, blastRadius.entryPoints)],
        })),
        ...blastRadius.undetermined.map((text) => ({
          label: { text: "undetermined", style: "magenta" as const },
          cells: [cellOf(text)],
        })),
      ],
    },
    {
      title: "Rollback, maximum time in seconds",
      rows: rollBacks.map((each) => ({
        label: { text: each.workload, hang: 2 },
        cells: [rollBackCell(each)],
      })),
    },
  ];
}

function capacityRows({ phpWorkers, connections, claimedRates }: ComparedOption["measures"]["capacity"]) {
  const rows: { readonly label: string; readonly cell: Cell }[] = [];
  if (phpWorkers !== undefined)
    rows.push({ label: "PHP workers", cell: cellOf(say.sum(phpWorkers, "steady")) });
  if (connections !== undefined) {
    const { open, caps, budget } = connections;
    rows.push({
      label: "upstream connections",
      cell: listCell([
        { text: say.sum(open, "steady") },
        ...caps.map(({ workload, setting, perPod }) => dim(`${workload}: ${setting}=${perPod} per pod`)),
        budget === undefined
          ? { text: "no quota given", style: "magenta" as const }
          : dim(`quota ${budget.connections} of ${budget.backend} (${budget.source})`),
      ]),
    });
  }
  for (const { workload, low, high, of, source, lowAt, highAt } of claimedRates) {
    const [from, to] = [say.range(lowAt.min, highAt.min), say.range(lowAt.max, highAt.max)];
    rows.push({
      label: "Requests/s claimed by the review",
      cell: listCell([
        { text: `${say.range(lowAt.steady, highAt.steady)} for ${of} (${from} to ${to})` },
        dim(`${workload}: ${say.range(low, high)} per pod, ${source.file}, ${source.section}`),
      ]),
    });
  }
  return rows.map(({ label, cell }) => ({ label: { text: label, hang: 2 }, cells: [cell] }));
}

function lossCell({ kind, isSinglePoint, stops, callers, total }: Loss, all: number): Cell {
  return listCell([
    { text: total.stops === 0 ? "no workload" : firstOf(stops, total.stops), hang: 2 },
    dim(`${kind}${isSinglePoint ? ", a single point of failure" : ""}`),
    ...(all === 0 ? [] : [dim(`${total.entryPoints} of ${say.count(all, "entry point")}`)]),
    ...(callers.length === 0 ? [] : [dim(`external clients: ${firstOf(callers, total.callers, "; ")}`)]),
  ]);
}

function rollBackCell({ path, canaryPath, seconds, gaps }: RollBack): Cell {
  return listCell([
    { text: say.sum(seconds, "steady") },
    dim(path),
    ...(canaryPath === undefined ? [] : [dim(`during the canary, immediate: ${canaryPath}`)]),
    ...gaps.map((text): Paragraph => ({ text, style: "magenta", hang: 2 })),
  ]);
}

function dim(text: string): Paragraph {
  return { text, style: "dim", hang: 2 };
}
