import type { ComparedOption } from "../../../compare";
import { listCell, type Section } from "../../grid";

/** What is implemented differently from the review, and why. */
export function deviationSections({ deviations }: Pick<ComparedOption, "deviations">): Section[] {
  return [
    {
      title: "Deviations from the review",
      rows: deviations.map(({ section, specified, implemented, reason }) => ({
        label: { text: section, hang: 2 },
        cells: [
          listCell([
            { text: `specified: ${specified}`, hang: 2 },
            { text: `implemented: ${implemented}`, hang: 2 },
            { text: `reason: ${reason}`, hang: 2, style: "dim" },
          ]),
        ],
      })),
    },
  ];
}
