import { stoppedBySinglePoint } from "../blast-radius";
import { bounded } from "../hidden";
import { slowestRollBack } from "../roll-back";
import { counted } from "./counted";
import { defineFigure } from "./definition";
import { COUNT, SECONDS } from "./units";

/** Components whose failure stops a service or loses its data. */
export const singlePoints = defineFigure({
  key: "singlePointsOfFailure",
  label: "Single points of failure",
  unit: COUNT,
  better: "lower",
  points: "one",
  section: "risk",
  isSummary: true,
  json: "structured",
  of: (option) => {
    const { found, notAssessed } = option.measures.singlePointsOfFailure;
    return counted(found, option, notAssessed);
  },
});

/** Most workloads that the failure of a single point of failure stops. */
export const failureImpact = defineFigure({
  key: "stoppedBySinglePoint",
  label: "Impact of one failure",
  unit: COUNT,
  better: "lower",
  points: "one",
  section: "risk",
  json: "structured",
  of: ({ measures: { blastRadius, singlePointsOfFailure }, footprint }) =>
    bounded(stoppedBySinglePoint(blastRadius, singlePointsOfFailure), footprint),
});

/** Seconds of the slowest rollback. */
export const rollbackTime = defineFigure({
  key: "rollBackSeconds",
  label: "Maximum rollback time",
  unit: SECONDS,
  better: "lower",
  points: "each",
  section: "risk",
  json: "structured",
  // Seconds without service are not better than more seconds with it.
  kindOf: ({ measures }) => (measures.rollBacks.some(({ isOutage }) => isOutage) ? "outage" : "no outage"),
  of: ({ measures }, point) => slowestRollBack(measures.rollBacks, point),
});
