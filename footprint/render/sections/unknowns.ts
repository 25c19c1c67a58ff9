import type { ComparedOption } from "../../compare";
import { listCell, type Paragraph, type Section } from "../grid";
import * as say from "../numbers";
import { row, type Scene } from "./scene";

/** What the documents do not determine, by kind; `weighbridge show` lists each with its reason. */
export function unknownsSection(scene: Scene): Section {
  return {
    title: "Unresolved",
    rows: [
      row(scene, "Unresolved values", (option) => listCell(unknowns(option))),
      row(scene, "Unsupported resource types", (option) => listCell(unread(option))),
    ],
  };
}

function unknowns({ footprint }: ComparedOption): Paragraph[] {
  const kinds = [...new Set(footprint.unknowns.map(({ what }) => what))];
  return kinds.map((what) => {
    const many = footprint.unknowns.filter((unknown) => unknown.what === what).length;
    return { text: many === 1 ? what : `${what} (${many})`, style: "magenta", hang: 2 };
  });
}

function unread({ footprint }: ComparedOption): Paragraph[] {
  const counts = Object.values(footprint.unread);
  if (counts.length === 0) return [];
  const resources = counts.reduce((sum, count) => sum + count, 0);
  return [
    { text: `${say.count(counts.length, "type")}, ${say.count(resources, "resource")}`, style: "magenta" },
  ];
}
