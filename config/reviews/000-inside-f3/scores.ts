import type { Scorecard } from "../../model/scorecard";

/** The design's own scores and the reviewer's. */
export const REVIEW_000_SCORES: Scorecard = {
  review: "000",
  source: { file: "000_5a365d529a350ad9.txt", section: "Score Adjustments" },
  best: 5,
  columns: [
    { id: "design", title: "Design" },
    { id: "reviewer", title: "Reviewer" },
  ],
  criteria: [
    { name: "Infrastructure Fit", scores: { design: 5, reviewer: 5 }, bold: "reviewer", measures: [] },
    { name: "Operational Complexity", scores: { design: 5, reviewer: 4 }, bold: "reviewer", measures: [] },
    { name: "Monitoring/Observability", scores: { design: 4, reviewer: 4 }, bold: "reviewer", measures: [] },
  ],
};
