import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import type { PodContainer } from "../core/pod-template";
import { type ResourceBudget, requireBudget, toKubernetes } from "../core/resources";

/** The OpenTelemetry Collector in each pod. */
export interface OtelSidecar {
  /** Destination of the telemetry: `host:port` of an OTLP gRPC receiver. */
  readonly endpoint: string;
  /**
   * Image of the collector, 0.144 or later: the configuration names its exporter `otlp_grpc`.
   * @default "otel/opentelemetry-collector:0.162.0"
   */
  readonly image?: string;
  /**
   * Resources of the collector.
   * @default - CPU request 50m, limit 200m; memory request 64Mi, limit 128Mi
   */
  readonly resources?: ResourceBudget;
}

/** Name of the volume with the collector's configuration. */
export const OTEL_VOLUME = "otel-config";

/** Default resources of the collector. */
export const DEFAULT_OTEL_RESOURCES: ResourceBudget = {
  cpuRequestMillicores: 50,
  cpuLimitMillicores: 200,
  memoryRequestMi: 64,
  memoryLimitMi: 128,
};

/** @throws ValidationError `BadName` for an invalid endpoint; `NotInteger`, `OutOfRange` */
export function requireOtelSidecar(scope: IConstruct, { endpoint, resources }: OtelSidecar): void {
  if (resources !== undefined) requireBudget(scope, "otel.resources", resources);
  if (isToken(endpoint) || /^(\[[\da-fA-F:]+\]|[\w.-]+):\d{1,5}$/.test(endpoint)) return;
  refuse(scope, {
    code: "BadName",
    prop: "otel.endpoint",
    must: "be host:port, without a scheme",
    got: endpoint,
    fix: "write it as collector.telemetry.svc.cluster.local:4317",
  });
}

/**
 * An ordinary second container: the provider does not support restartable init containers.
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function otelContainer(sidecar: OtelSidecar): PodContainer {
  return {
    name: "otel-collector",
    image: sidecar.image ?? "otel/opentelemetry-collector:0.162.0",
    args: ["--config=/etc/otel/config.yaml"],
    resources: toKubernetes(sidecar.resources ?? DEFAULT_OTEL_RESOURCES),
    port: [
      { name: "otlp", containerPort: 4317, protocol: "TCP" },
      { name: "health", containerPort: 13133, protocol: "TCP" },
    ],
    readinessProbe: { httpGet: { path: "/", port: "13133" }, periodSeconds: 10 },
    volumeMount: [{ name: OTEL_VOLUME, mountPath: "/etc/otel", readOnly: true }],
  };
}

/** Receives on loopback only, drops data before the container exceeds its memory limit, exports in batches. */
export function otelConfiguration(sidecar: OtelSidecar): string {
  return `extensions:
  health_check:
    endpoint: 0.0.0.0:13133
receivers:
  otlp:
    protocols:
      grpc:
        endpoint: 127.0.0.1:4317
processors:
  memory_limiter:
    check_interval: 1s
    limit_percentage: 80
    spike_limit_percentage: 25
  batch: {}
exporters:
  otlp_grpc:
    endpoint: ${sidecar.endpoint}
    tls:
      insecure: true
service:
  extensions: [health_check]
  telemetry:
    metrics:
      level: none
  pipelines:
    traces:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [otlp_grpc]
    metrics:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [otlp_grpc]
    logs:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [otlp_grpc]
`;
}
