import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";

/** Steps from a search to a booking, in order. */
export const STAGES = ["search", "checkout", "reserve", "confirm"] as const;

export type Stage = (typeof STAGES)[number];

/** One endpoint of the API. */
export interface B2BEndpoint {
  /** Resource name of its spans, as shown in the trace explorer, for example `GET /b2b/search`. */
  readonly resource: string;
  /**
   * Step of the booking that it serves.
   * @default - none, and it is left out of the funnel
   */
  readonly stage?: Stage;
}

/** @throws ValidationError `Missing`, `Conflict` */
export function requireEndpoints(scope: IConstruct, endpoints: readonly B2BEndpoint[]): void {
  if (endpoints.length === 0) {
    const fix = "give the resource names of the API's spans";
    refuse(scope, { code: "Missing", prop: "endpoints", must: "name at least one", got: "none", fix });
  }
  endpoints.forEach(({ resource }, index) => {
    const prop = `endpoints[${index}].resource`;
    if (resource === "") {
      const fix = "give it as shown in the trace explorer, for example GET /b2b/search";
      refuse(scope, { code: "Missing", prop, must: "not be empty", got: resource, fix });
    }
    if (isToken(resource)) return;
    const first = endpoints.findIndex((other) => other.resource === resource);
    if (first === index) return;
    const must = `differ from endpoints[${first}]`;
    refuse(scope, { code: "Conflict", prop, must, got: resource, fix: "keep one of the two" });
  });
}

/** The endpoints of the given stages. */
export function atStages(endpoints: readonly B2BEndpoint[], stages: readonly Stage[]): B2BEndpoint[] {
  return endpoints.filter(({ stage }) => stage !== undefined && stages.includes(stage));
}
