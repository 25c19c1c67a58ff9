import { isToken } from "../core/errors";
import { AlertError } from "./alert-error";

/** Labels, names and limits of a service, which the queries of its alerts need. */
export interface AlertSubject {
  /** The service: the label `job` in Prometheus, the tag `service` in Datadog. */
  readonly service: string;
  /**
   * Prefix of the metrics that the service itself reports, for example `checkout`.
   * @default - alerts on these metrics are refused
   */
  readonly applicationMetricPrefix?: string;
  /**
   * Kubernetes namespace of its pods.
   * @default - alerts on pods are refused
   */
  readonly namespace?: string;
  /**
   * Container that runs it, in each of its pods.
   * @default - alerts on containers are refused
   */
  readonly container?: string;
  /**
   * Route of the search, as the service reports it in `http.route`.
   * @default - the alert on slow search is refused
   */
  readonly searchRoute?: string;
  /**
   * Route of the auto-completion.
   * @default - its alert is refused
   */
  readonly autocompleteRoute?: string;
  /**
   * Route of product listings.
   * @default - its alert is refused
   */
  readonly listingRoute?: string;
  /**
   * Route of listings that are filtered by several facets.
   * @default - its alert is refused
   */
  readonly filterRoute?: string;
  /**
   * `pm.max_children` of each FPM pool, as a literal: the current process count of a dynamic pool is not its limit.
   * @default - the alert on busy workers is refused
   */
  readonly maxChildren?: number;
  /**
   * Connections that each host may open to the database as one user: the server limits them per user and address.
   * @default - the alert on database connections is refused
   */
  readonly database?: { readonly user: string; readonly connectionsPerHost: number };
  /**
   * Kafka topics that the service uses.
   * @default - alerts on topics are refused
   */
  readonly topics?: readonly string[];
  /**
   * Kafka topics that a migration retires.
   * @default - alerts on retired topics are refused
   */
  readonly retiredTopics?: readonly string[];
  /**
   * RabbitMQ dead-letter queues.
   * @default - the alert on dead letters is refused
   */
  readonly deadLetterQueues?: readonly string[];
  /**
   * RabbitMQ work queues.
   * @default - the alert on a backlog is refused
   */
  readonly workQueues?: readonly string[];
  /**
   * Target of the availability objective, in percent.
   * @default - burn alerts are refused
   */
  readonly availabilityPercent?: number;
  /**
   * Prefix of the service's span metrics in Datadog, for example `b2b.production`.
   * @default - alerts on requests are refused for Datadog
   */
  readonly spanMetricPrefix?: string;
  /**
   * Datadog's tag `env`.
   * @default - alerts on metrics of the agent are refused for Datadog
   */
  readonly environment?: string;
  /**
   * Id of the availability objective in Datadog.
   * @default - burn alerts are refused for Datadog
   */
  readonly objectiveId?: string;
}

/** Returns a fact of the subject that a query requires. */
export type Read = <K extends keyof AlertSubject>(fact: K) => NonNullable<AlertSubject[K]>;

/** The fix for each missing fact. */
const FIXES: Readonly<Record<keyof AlertSubject, string>> = {
  service: "name the service",
  applicationMetricPrefix: "give the prefix of the metrics that the service itself reports",
  namespace: "name the namespace of its pods",
  container: "name the container that runs it",
  searchRoute: "give the route as the service reports it",
  autocompleteRoute: "give the route as the service reports it",
  listingRoute: "give the route as the service reports it",
  filterRoute: "give the route as the service reports it",
  maxChildren: "give pm.max_children of the pool",
  database: "give the user and the connections that each host may open",
  topics: "name the topics",
  retiredTopics: "name the topics that are retired",
  deadLetterQueues: "name the dead-letter queues",
  workQueues: "name the work queues",
  availabilityPercent: "give the target of the availability objective",
  spanMetricPrefix: "give the prefix of the span metrics",
  environment: "name the environment",
  objectiveId: "give the id of the availability objective",
};

/**
 * Returns the reader of a subject for one alert.
 * @throws AlertError `Missing` for a fact that is absent or empty, `Unknown` for a number that is a token, which the
 * query cannot contain; `OutOfRange` for an impossible limit
 */
export function readerFor(alertId: string, subject: AlertSubject): Read {
  return (fact) => {
    const value = subject[fact];
    const prop = `subject.${fact}`;
    const fix = FIXES[fact];
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
      throw new AlertError(alertId, {
        code: "Missing",
        prop,
        must: "be set",
        got: Array.isArray(value) ? "none" : value,
        fix,
      });
    }
    for (const [part, limit] of numbersOf(value)) requireLimit(alertId, `${prop}${part}`, limit, fix);
    return value;
  };
}

/** The numbers of a fact, by their path below it. */
function numbersOf(value: AlertSubject[keyof AlertSubject]): [string, number][] {
  if (typeof value === "number") return [["", value]];
  if (typeof value !== "object" || !("connectionsPerHost" in value)) return [];
  return [[".connectionsPerHost", value.connectionsPerHost]];
}

/** A limit of zero cannot be compared with, and a target of 100 % leaves no error budget. */
function requireLimit(alertId: string, prop: string, got: number, fix: string): void {
  if (isToken(got))
    throw new AlertError(alertId, { code: "Unknown", prop, must: "be known at synth", got, fix });
  const isShare = prop.endsWith("Percent");
  if (isShare ? got > 0 && got < 100 : Number.isInteger(got) && got > 0) return;
  const must = isShare ? "be above 0 and below 100" : "be a whole number above 0";
  throw new AlertError(alertId, { code: "OutOfRange", prop, must, got, fix });
}
