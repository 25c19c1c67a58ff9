import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { dependable, TerraformOutput } from "cdktf";
import { deviationsWith } from "../../config/model/deviation";
import {
  CHARTS,
  type Chart,
  DEVIATIONS,
  LARAVEL,
  poolDeviation,
  SCALING_DEVIATION,
} from "../../config/reviews/004-laravel/application";
import { LARAVEL_SWITCHES } from "../../config/reviews/004-laravel/switches";
import { Manifests, type NetworkRule, RestrictedNamespace } from "../../constructs/core";
import { PhpFpmPartnerPodGroup } from "../../constructs/php-fpm-partner-pod-group";
import { addCharts } from "../charts";
import { warnOfDeviations } from "../deviations";
import type { OptionStack } from "../stack";
import { chooseSwitches } from "../switches";
import type { Cloud, LaravelSwitches, Store } from "./cloud";
import { gitopsManifests } from "./gitops";
import { addIngress } from "./ingress";
import { addMonitoring, FPM_CONTAINER } from "./monitoring";
import { secretManifests } from "./secrets";

/** Port of the FPM exporter. */
const METRICS_PORT = 9253;

/**
 * Everything of the review that runs in the cluster: the application, its entry point, its secrets, and the charts.
 * @see 004_199730ef123eca45.txt
 */
export function addApplication(stack: OptionStack, cloud: Cloud, given?: Partial<LaravelSwitches>): void {
  const { scaleOn } = chooseSwitches(stack, LARAVEL_SWITCHES, given);
  const { name } = LARAVEL;
  const namespace = new RestrictedNamespace(stack, "Namespace", { name, labels: cloud.namespaceLabels })
    .namespaceName;
  // Not restricted: the agents on the nodes read the nodes' own files.
  const observability = new NamespaceV1(stack, "Observability", { metadata: { name: LARAVEL.observability } })
    .metadata.name;

  const pods = addPods(stack, cloud, namespace, scaleOn);
  const charts = addCharts(stack, [
    { ...CHARTS.externalSecrets, values: { ...CHARTS.externalSecrets.values, ...cloud.secretReader } },
    CHARTS.argoCd,
    { ...CHARTS.prometheus, namespace: observability },
    { ...CHARTS.jaeger, namespace: observability },
    { ...fluentBit(stack), namespace: observability },
    ...(scaleOn === "activeWorkers" ? [CHARTS.keda] : []),
    ...cloud.charts,
  ]);
  // After the controller: it validates the Ingress, and removes the load balancer when the Ingress is destroyed.
  addIngress(stack, namespace, cloud.loadBalancer).dependsOn = charts.map(dependable);
  const repository = stack.input("git_repository_url", "string", "Repository that Argo CD reads jobs from");
  const resources = new Manifests(stack, "CustomResources", {
    releaseName: `${stack.node.id}-resources`,
    namespace,
    manifests: [
      ...secretManifests(name, namespace, cloud.secrets),
      ...pods.manifests,
      ...addMonitoring(stack, { namespace, maxChildren: pods.maxChildren, observability }),
      ...gitopsManifests(name, namespace, repository.stringValue),
    ],
  });
  // The charts bring the kinds that these are of.
  resources.release.dependsOn = charts.map(dependable);

  const ofPods = deviationsWith([poolDeviation(pods.maxChildren), SCALING_DEVIATION], { scaleOn });
  warnOfDeviations(stack, "004", [...DEVIATIONS.everywhere, ...cloud.deviations, ...ofPods]);
  new TerraformOutput(stack, "max_children", { value: pods.maxChildren });
}

function addPods(
  stack: OptionStack,
  cloud: Cloud,
  namespace: string,
  scaleOn: "memory" | "activeWorkers",
): PhpFpmPartnerPodGroup {
  const { name, observability, jaeger, prometheus } = LARAVEL;
  const { memoryPercent, ...scaling } = LARAVEL.scaling;
  const inObservability = (app: string) => ({
    namespace: observability,
    labels: { "app.kubernetes.io/name": app },
  });
  const activeWorkers = { percent: LARAVEL.activeWorkersPercent, prometheusUrl: prometheus.url };
  return new PhpFpmPartnerPodGroup(stack, "Laravel", {
    namespace,
    name,
    partOf: stack.node.id,
    image: cloud.image,
    baseImage: LARAVEL.baseImage,
    layout: "split",
    containerName: FPM_CONTAINER,
    resources: LARAVEL.resources,
    scaling: { ...scaling, ...(scaleOn === "memory" ? { memoryPercent } : { activeWorkers }) },
    recommendations: true,
    opcache: LARAVEL.opcache,
    workerMi: LARAVEL.worker.workerMi,
    processManager: "dynamic",
    maxRequests: LARAVEL.reviewedPool.maxRequests,
    pathPrefixes: ["/"],
    writablePaths: LARAVEL.writablePaths,
    environment: variables(cloud),
    secretName: name,
    ingress: [
      ...cloud.loadBalancer.cidrs.map((cidr) => ({ peer: { name: "load balancer", cidr }, port: 8080 })),
      { peer: inObservability(prometheus.app), port: METRICS_PORT },
    ],
    egress: [
      ...toStore(cloud.database),
      ...toStore(cloud.redis),
      { peer: inObservability(jaeger.app), port: jaeger.otlpPort },
    ],
  });
}

/** Laravel 10's own names; what is secret comes from the Secret. */
function variables({ database, redis }: Cloud): Readonly<Record<string, string>> {
  const { jaeger, observability, name } = LARAVEL;
  return {
    APP_ENV: "production",
    APP_DEBUG: "false",
    LOG_CHANNEL: "stderr",
    SESSION_DRIVER: "redis",
    CACHE_DRIVER: "redis",
    DB_CONNECTION: "mysql",
    DB_DATABASE: LARAVEL.database.name,
    DB_USERNAME: LARAVEL.database.user,
    DB_PORT: String(database.port),
    ...database.environment,
    REDIS_PORT: String(redis.port),
    ...redis.environment,
    OTEL_PHP_AUTOLOAD_ENABLED: "true",
    OTEL_SERVICE_NAME: name,
    OTEL_TRACES_EXPORTER: "otlp",
    OTEL_METRICS_EXPORTER: "none",
    OTEL_LOGS_EXPORTER: "none",
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${jaeger.app}.${observability}.svc.cluster.local:${jaeger.otlpPort}`,
  };
}

function toStore({ name, cidrs, port }: Store): readonly NetworkRule[] {
  return cidrs.map((cidr) => ({ peer: { name, cidr }, port }));
}

/** Log lines with the pod that wrote them, as OTLP over TLS. */
function fluentBit(stack: OptionStack): Chart {
  const host = stack.input("log_host", "string", "Host that takes logs as OTLP over HTTPS on port 443");
  const outputs = `[OUTPUT]
    Name opentelemetry
    Match *
    Host ${host.stringValue}
    Port 443
    Logs_uri /v1/logs
    Tls On
`;
  return { ...CHARTS.fluentBit, values: { config: { outputs } } };
}
