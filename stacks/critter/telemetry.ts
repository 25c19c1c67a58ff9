import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { CRITTER, CRITTER_NAMESPACES } from "../../config/reviews/002-critter-supply/application";
import { PodGroup } from "../../constructs/core";
import type { OptionStack } from "../stack";
import type { Watch } from "./cloud";
import { APPLICATION_INSIGHTS_VARIABLE, SECRETS } from "./secrets";

/** Port and its name that Prometheus reads the contexts' metrics from. */
export const METRICS = { name: "prometheus", port: 8889 } as const;

/** Of the distribution that holds Azure's exporter. */
const IMAGE = "otel/opentelemetry-collector-contrib:0.162.0";

/** What the contexts' telemetry is sent to: the one pod group of the namespace that speaks to the outside by HTTPS. */
export function addTelemetry(
  stack: OptionStack,
  { namespace, watch }: { readonly namespace: string; readonly watch: Watch },
): PodGroup {
  const { name, port } = CRITTER.telemetry;
  const configuration = collectorConfiguration(watch);
  const config = new ConfigMapV1(stack, "TelemetryConfig", {
    metadata: { name, namespace },
    // The collector's own references are written like Terraform's.
    data: { "config.yaml": configuration.replaceAll("${", () => "$${") },
  });
  const toAzure = watch === "applicationInsights";
  return new PodGroup(stack, "Telemetry", {
    namespace,
    name,
    // Not part of what may send to it.
    partOf: stack.node.id,
    uid: 10001,
    port,
    scaling: { minReplicas: 2, maxReplicas: 4, cpuPercent: 70 },
    configuration: { config: configuration },
    volumes: [{ name: "config", configMap: { name: config.metadata.name } }],
    containers: [
      {
        name,
        image: IMAGE,
        args: ["--config=/etc/otel/config.yaml"],
        resources: {
          requests: { cpu: "50m", memory: "128Mi" },
          limits: { cpu: "200m", memory: "256Mi" },
        },
        port: [
          { name: "otlp", containerPort: port, protocol: "TCP" },
          { name: "health", containerPort: 13133, protocol: "TCP" },
          ...(toAzure ? [] : [{ name: METRICS.name, containerPort: METRICS.port, protocol: "TCP" }]),
        ],
        env: toAzure
          ? [
              {
                name: APPLICATION_INSIGHTS_VARIABLE,
                valueFrom: {
                  secretKeyRef: { name: SECRETS.applicationInsights, key: APPLICATION_INSIGHTS_VARIABLE },
                },
              },
            ]
          : [],
        readinessProbe: { httpGet: { path: "/", port: "13133" }, periodSeconds: 10 },
        // It fails later: a busy collector gets no more data before it is restarted.
        livenessProbe: { httpGet: { path: "/", port: "13133" }, periodSeconds: 10, failureThreshold: 6 },
        volumeMount: [{ name: "config", mountPath: "/etc/otel", readOnly: true }],
      },
    ],
    ingress: [
      { peer: { labels: { "app.kubernetes.io/part-of": CRITTER.name } }, port },
      ...(toAzure ? [] : [{ peer: prometheusPods(), port: METRICS.port }]),
    ],
    // Azure's ingestion has names, and addresses of a whole region.
    egress: toAzure ? [{ peer: { name: "azure monitor", cidr: "0.0.0.0/0" }, port: 443 }] : [],
  });
}

function prometheusPods() {
  const labels = { "app.kubernetes.io/name": "prometheus" };
  return { namespace: CRITTER_NAMESPACES.observability, labels };
}

/** Traces have a place in Application Insights alone; Prometheus keeps none. */
function collectorConfiguration(watch: Watch): string {
  const toAzure = watch === "applicationInsights";
  const exporters = toAzure
    ? `  azuremonitor:
    connection_string: \${env:${APPLICATION_INSIGHTS_VARIABLE}}
`
    : `  nop: {}
  prometheus:
    endpoint: 0.0.0.0:${METRICS.port}
`;
  const pipeline = (kind: string, exporter: string) => `    ${kind}:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [${exporter}]
`;
  return `extensions:
  health_check:
    endpoint: 0.0.0.0:13133
receivers:
  otlp:
    protocols:
      grpc:
        endpoint: 0.0.0.0:${CRITTER.telemetry.port}
processors:
  memory_limiter:
    check_interval: 1s
    limit_percentage: 80
    spike_limit_percentage: 25
  batch: {}
exporters:
${exporters}service:
  extensions: [health_check]
  pipelines:
${pipeline("traces", toAzure ? "azuremonitor" : "nop")}${pipeline("metrics", toAzure ? "azuremonitor" : "prometheus")}${pipeline("logs", toAzure ? "azuremonitor" : "nop")}`;
}
