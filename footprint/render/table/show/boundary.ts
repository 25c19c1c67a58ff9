import type { ComparedOption } from "../../../compare";
import { portText, reach } from "../../../figures/reach";
import type { Edge } from "../../../model";
import { listCell, type Section } from "../../grid";

/** The entry points, and each connection that a policy allows. */
export function boundarySections({ footprint }: Pick<ComparedOption, "footprint">): Section[] {
  const { connections } = reach({ ...footprint, edges: [] });
  return [
    {
      title: "Entry points from the internet",
      rows: connections.map(({ to, through }) => ({
        label: { text: to },
        cells: [
          listCell(
            through.map((text) => ({ text, hang: 2 })),
            "every path",
          ),
        ],
      })),
    },
    { title: "NetworkPolicy rules", rows: policies(footprint.edges).flatMap(allowed) },
  ];
}

/** Edges of one policy and direction are listed together: an allowed connection needs both its sides. */
function policies(edges: readonly Edge[]): Edge[][] {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = `${edge.direction} of ${edge.policy}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return [...groups.values()];
}

function allowed(edges: readonly Edge[]): Section["rows"] {
  const [first] = edges;
  if (first === undefined) return [];
  const rows = edges.map((edge) => ({
    label: { text: edge.from.name, hang: 2 },
    cells: [{ paragraphs: [{ text: `-> ${target(edge)}`, hang: 3 }] }],
  }));
  const { direction, policy } = first;
  return [{ label: { text: direction }, cells: [{ paragraphs: [{ text: policy, style: "dim" }] }] }, ...rows];
}

function target(edge: Edge): string {
  const name = edge.to.cidr === undefined ? edge.to.name : `${edge.to.name} (${edge.to.cidr})`;
  return edge.port === undefined ? `${name}, every port` : `${name}:${portText(edge)}`;
}
