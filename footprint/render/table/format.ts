import type { Format } from "../format";

/** Text for a terminal. */
export const table: Format = {
  name: "table",
  renderers: {
    diff: (diff, layout) =>
      (require("../diff/table") as typeof import("../diff/table")).renderDiffTable(diff, layout),
    compare: (comparison, layout) =>
      (require("./index") as typeof import("./index")).renderTable(comparison, layout),
    cost: (comparison, layout) =>
      (require("./cost") as typeof import("./cost")).renderCostTable(comparison, layout),
    claims: ({ claims, scores }, layout) =>
      (require("./claims") as typeof import("./claims")).renderClaims(claims, scores, layout),
    show: (footprint, layout) => (require("./show") as typeof import("./show")).renderShow(footprint, layout),
    options: (options, layout) =>
      (require("./options") as typeof import("./options")).renderOptions(options, layout),
    sensitivity: (result, layout) =>
      (require("../sensitivity/text") as typeof import("../sensitivity/text")).renderSensitivity(
        result,
        layout,
      ),
  },
};
