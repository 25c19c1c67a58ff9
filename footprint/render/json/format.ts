import { printableJson } from "../../../errors/printable";
import type { Format } from "../format";

/** JSON for programs: a contract. */
export const json: Format = {
  name: "json",
  renderers: {
    diff: (diff, { budget }) =>
      (require("../diff/json") as typeof import("../diff/json")).renderDiffJson(diff, budget),
    compare: (comparison, { budget, claims }) =>
      (require("./index") as typeof import("./index")).renderJson(comparison, budget, claims),
    cost: (comparison) => (require("./cost") as typeof import("./cost")).renderCostJson(comparison),
    claims: ({ claims, scores }) =>
      (require("./claims") as typeof import("./claims")).renderClaimsJson(claims, scores),
    show: (footprint) => `${printableJson(footprint)}\n`,
    options: (options, layout) =>
      (require("./options") as typeof import("./options")).renderOptionsJson(options, layout),
    sensitivity: (result) =>
      (require("../sensitivity/data") as typeof import("../sensitivity/data")).renderSensitivityJson(result),
  },
};
