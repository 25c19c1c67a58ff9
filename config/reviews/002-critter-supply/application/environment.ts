import { CRITTER } from "./application";
import { type BoundedContext, type ContextId, usesBroker } from "./contexts";

/** What differs between a cluster, Docker and a machine. */
export interface Surroundings {
  /** Where a context is found: `http://orders` behind a Service, `http://orders:8080` on a Docker network. */
  readonly urlOf: (id: ContextId) => string;
  /** Address of something outside, by its setting: `https://payments.example`. */
  readonly outsideUrlOf: (setting: string) => string;
  /**
   * OTLP receiver, for example `http://otel-collector:4317`.
   * @default - no telemetry is sent
   */
  readonly telemetryUrl?: string;
  /**
   * Whether counters are sent as totals or as what was added since the last time. Application Insights adds up what it
   * receives, so totals would only grow there.
   * @default "cumulative"
   */
  readonly temporality?: "cumulative" | "delta";
}

/** Reference of a context's image. The review tags it "with commit SHA + branch": the tag is the deployer's. */
export function imageOf({ id }: Pick<BoundedContext, "id">, tag: string): string {
  return `${CRITTER.registry}/${id}:${tag}`;
}

/**
 * Environment variables of a context, the same wherever it runs. None is secret: those are files, `SECRET_FILES`.
 * Names of the settings are assumed.
 */
export function variablesOf(context: BoundedContext, around: Surroundings): Readonly<Record<string, string>> {
  const { broker, database } = CRITTER;
  return {
    ASPNETCORE_ENVIRONMENT: "Production",
    ASPNETCORE_HTTP_PORTS: String(CRITTER.port),
    Database__Schema: context.schema,
    Database__MaxPoolSize: String(database.poolSize),
    ...(usesBroker(context) && { RabbitMQ__VirtualHost: broker.virtualHost }),
    ...Object.fromEntries(context.calls.map((id) => [`Services__${settingOf(id)}`, around.urlOf(id)])),
    ...Object.fromEntries(
      (context.asksOutside ?? []).map((setting) => [`Services__${setting}`, around.outsideUrlOf(setting)]),
    ),
    OTEL_SERVICE_NAME: context.id,
    ...(around.telemetryUrl !== undefined && { OTEL_EXPORTER_OTLP_ENDPOINT: around.telemetryUrl }),
    ...(around.temporality === "delta" && { OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: "delta" }),
  };
}

/** `customer-identity` becomes `CustomerIdentity`. */
function settingOf(id: ContextId): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
