import { counted } from "./counted";
import { defineFigure } from "./definition";
import { COUNT } from "./units";

/** Release cycles to follow. */
export const runtimes = defineFigure({
  key: "supplyChains",
  label: "Runtimes and base images",
  unit: COUNT,
  better: "none",
  points: "one",
  section: "risk",
  json: "structured",
  of: (option) => {
    const { known, unknown } = option.measures.supplyChains;
    return counted(known, option, unknown);
  },
});

/** Runtimes whose support has ended; only at a date. */
export const outOfSupport = defineFigure({
  key: "outOfSupport",
  label: "Out of support",
  unit: COUNT,
  better: "lower",
  points: "one",
  section: "risk",
  json: "structured",
  of: (option) => {
    const { support } = option.measures;
    return support && counted(support.ended, option, support.undated);
  },
});

/** Critical paging alerts: neither few nor many are better. */
export const pagingAlerts = defineFigure({
  key: "pages",
  label: "Paging alerts",
  unit: COUNT,
  better: "none",
  points: "one",
  section: "risk",
  json: "structured",
  of: (option) => counted(option.measures.pages, option),
});
