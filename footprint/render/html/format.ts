import type { Format } from "../format";

/** One HTML file. */
export const html: Format = {
  name: "html",
  renderers: {
    compare: (comparison, { budget }) =>
      (require("./index") as typeof import("./index")).renderHtml(comparison, { budget }),
    sensitivity: (result) =>
      (require("../sensitivity/html") as typeof import("../sensitivity/html")).renderSensitivityHtml(result),
  },
};
