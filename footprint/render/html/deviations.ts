import type { Comparison } from "../../compare";
import { listTable } from "./list-table";
import type { Part } from "./part";

/** What is implemented differently from the reviews, and why; no part where no option has any. */
export function deviationsPart({ options }: Comparison): Part | undefined {
  const rows = options.flatMap(({ id, deviations }) =>
    deviations.map(({ section, specified, implemented, reason }) => [
      id,
      section,
      specified,
      implemented,
      reason,
    ]),
  );
  if (rows.length === 0) return undefined;
  return {
    id: "deviations",
    title: "Deviations from the review",
    lead: "What an option has otherwise than its review, and why. All figures are of what is implemented.",
    body: listTable({
      caption: "Deviations by option",
      columns: ["Option", "Section", "Specified", "Implemented", "Reason"],
      rows,
      none: "",
    }),
  };
}
