import { type Connection, describeTarget, OUTSIDE } from "../../figures/reach";
import { listCell, type Paragraph, type Section } from "../grid";
import { matrix, NOTHING, row, type Scene } from "./scene";

/** Who may open a connection to what: a row for each source. */
export function reachSection(scene: Scene): Section {
  const hasDns = scene.options.some(({ measures }) => measures.reach.dns.length > 0);
  return {
    title: "Network reachability, a row per source",
    rows: [
      ...matrix(scene, {
        itemsOf: ({ measures }) => measures.reach.connections,
        nameOf: ({ from }) => (from === OUTSIDE ? "internet" : from),
        textOf: targets,
      }),
      ...(hasDns
        ? [
            row(scene, "DNS clients", ({ measures }) =>
              listCell(
                measures.reach.dns.map((text) => ({ text })),
                NOTHING,
              ),
            ),
          ]
        : []),
    ],
  };
}

/** The target, and below it what of it can be reached: paths are long. */
function targets({ to, ports, through }: Connection): Paragraph[] {
  return [
    { text: describeTarget({ to, ports, through: [] }), hang: 2 },
    ...through.map((text) => ({ text, style: "dim" as const, indent: 1, hang: 1 })),
  ];
}
