import { at } from "../figure";
import { defineFigure } from "./definition";
import { COUNT } from "./units";

/** PHP processes, each of which serves one request at a time. */
export const phpWorkers = defineFigure({
  key: "phpWorkers",
  label: "PHP workers",
  unit: COUNT,
  better: "higher",
  points: "each",
  section: "capacity",
  json: "structured",
  of: ({ measures: { capacity } }, point) => capacity.phpWorkers && at(capacity.phpWorkers, point),
});

/** Connections that the pods may open to the server behind them, during a rollout too. */
export const upstreamConnections = defineFigure({
  key: "upstreamConnections",
  label: "Upstream connections",
  unit: COUNT,
  better: "lower",
  points: "each",
  section: "capacity",
  json: "structured",
  of: ({ measures: { capacity } }, point) => capacity.connections && at(capacity.connections.open, point),
});
