import type { Format } from "../format";

/** Comma-separated values, for a spreadsheet. */
export const csv: Format = {
  name: "csv",
  renderers: {
    compare: (comparison) => (require("./index") as typeof import("./index")).renderCsv(comparison),
    cost: (comparison) => (require("./cost") as typeof import("./cost")).renderCostCsv(comparison),
    sensitivity: (result) =>
      (require("../sensitivity/data") as typeof import("../sensitivity/data")).renderSensitivityCsv(result),
  },
};
