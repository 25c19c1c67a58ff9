import type { Format } from "../format";

/** One flat line of JSON for each option, for DuckDB, Spark or BigQuery. */
export const ndjson: Format = {
  name: "ndjson",
  renderers: {
    compare: (comparison) => (require("./index") as typeof import("./index")).renderNdjson(comparison),
  },
};
