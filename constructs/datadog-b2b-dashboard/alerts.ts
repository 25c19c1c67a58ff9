import type { IConstruct } from "constructs";
import { ALERTS, type Alert, type SignalName, tryFindAlert } from "../alerts";
import { refuse } from "../core/errors";
import { atStages, type B2BEndpoint, type Stage } from "./endpoints";

/** The props that determine the alerts. */
export interface AlertChoice {
  readonly alerts?: readonly string[];
  readonly endpoints: readonly B2BEndpoint[];
  readonly maxChildren?: number;
  readonly database?: object;
}

const ALWAYS = [
  "error-rate",
  "no-traffic",
  "budget-burns-fast",
  "budget-burns-slowly",
  "fpm-queue",
  "fpm-slow-requests",
];

/** Signals that use the spans of some stages only. */
const STAGES_OF: Readonly<Partial<Record<SignalName, readonly Stage[]>>> = {
  searchP95Seconds: ["search"],
  bookingErrorRatio: ["reserve", "confirm"],
};

/**
 * The alerts that `alerts` names, or those that the other props imply.
 * @throws ValidationError `Unknown` for an id that the catalogue lacks, `Missing` where no endpoint has the stage that
 * an alert watches, `Conflict` for one that is named twice
 */
export function includedAlerts(scope: IConstruct, choice: AlertChoice): Alert[] {
  const ids = choice.alerts ?? defaultIds(choice);
  return ids.map((id, index) => {
    const prop = `alerts[${index}]`;
    const alert = tryFindAlert(id);
    if (alert === undefined) {
      const fix = `available: ${ALERTS.map((one) => one.id).join(", ")}`;
      return refuse(scope, { code: "Unknown", prop, must: "be in the catalogue", got: id, fix });
    }
    if (ids.indexOf(id) !== index) {
      refuse(scope, { code: "Conflict", prop, must: "be named once", got: id, fix: "keep one of the two" });
    }
    const stages = STAGES_OF[alert.condition.signal];
    if (stages !== undefined && atStages(choice.endpoints, stages).length === 0) {
      const must = `have an endpoint of stage ${stages.join(" or ")} to watch`;
      refuse(scope, {
        code: "Missing",
        prop,
        must,
        got: id,
        fix: "give the endpoint its 'stage', or leave it out",
      });
    }
    return alert;
  });
}

function defaultIds({ endpoints, maxChildren, database }: AlertChoice): string[] {
  const has = (...stages: Stage[]) => atStages(endpoints, stages).length > 0;
  return [
    ...ALWAYS,
    ...(has("reserve", "confirm") ? ["booking-error-rate"] : []),
    ...(has("search") ? ["search-slow"] : []),
    ...(maxChildren === undefined ? [] : ["fpm-busy"]),
    ...(database === undefined ? [] : ["database-connections"]),
  ];
}
