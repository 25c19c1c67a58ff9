import type { Format } from "../format";

/** The table with every column and every section, however many options there are. */
export const wide: Format = {
  name: "wide",
  renderers: {
    compare: (comparison, layout) =>
      (require("../table") as typeof import("../table")).renderTable(comparison, { ...layout, wide: true }),
  },
};
