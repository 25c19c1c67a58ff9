import type { Deviation } from "../../../config/model/deviation";
import { listCell, type Paragraph, type Section } from "../grid";
import * as say from "../numbers";
import { row, type Scene } from "./scene";

/** How many things each option has otherwise than its review, and under which headings. No row where no option has any. */
export function deviationsSection(scene: Scene): Section {
  const isAny = scene.comparison.options.some(({ deviations }) => deviations.length > 0);
  return {
    title: "Deviations from the review",
    rows: isAny
      ? [row(scene, "Implemented differently", ({ deviations }) => listCell(headings(deviations)))]
      : [],
  };
}

/** `3 deviations`, then each heading of the review once. */
function headings(deviations: readonly Deviation[]): Paragraph[] {
  if (deviations.length === 0) return [];
  const sections = [...new Set(deviations.map(({ section }) => section))];
  return [
    { text: say.count(deviations.length, "deviation") },
    ...sections.map((text): Paragraph => ({ text, style: "dim", indent: 1, hang: 2 })),
  ];
}
