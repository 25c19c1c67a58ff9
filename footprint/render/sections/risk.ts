import { cellOf, listCell, type Section } from "../grid";
import * as say from "../numbers";
import { row, type Scene } from "./scene";
import { supportRows, supportStyle } from "./support";

/** What one failure stops, whom an alert wakes, and whose security fixes must be followed. */
export function riskSection(scene: Scene): Section {
  return {
    title: "Risk",
    rows: [
      row(
        scene,
        "Single points of failure",
        ({ measures: { singlePointsOfFailure: points } }) =>
          listCell([
            ...points.found.map(({ name, reason }) => ({ text: `${name}: ${reason}`, hang: 2 })),
            ...points.notAssessed.map(({ name, reason }) => ({
              text: `${name}? ${reason}`,
              style: "dim" as const,
              hang: 2,
            })),
          ]),
        "singlePointsOfFailure",
      ),
      row(
        scene,
        "Supply chains (end of support)",
        ({ measures: { supplyChains, support } }) =>
          listCell([
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
          ]),
        "supplyChains",
      ),
      ...supportRows(scene),
      row(scene, "Alerts that page", ({ measures }) =>
        measures.pages.length === 0 ? cellOf("none", "dim") : cellOf(say.number(measures.pages.length)),
      ),
    ],
  };
}
