import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { PARTNER } from "../../config/reviews/001-partner-api/application";
import { PARTNER_DEVIATIONS } from "../../config/reviews/001-partner-api/deviations";
import { PARTNER_B_SWITCHES } from "../../config/reviews/001-partner-api/switches";
import { API_ALERTS, PHP_FPM_ALERTS } from "../../constructs/alerts";
import { canaryRoute, Manifests, RestrictedNamespace, secretVariable } from "../../constructs/core";
import { PhpFpmPartnerPodGroup } from "../../constructs/php-fpm-partner-pod-group";
import { warnOfDeviations } from "../deviations";
import { OptionStack, useCluster } from "../stack";
import { type Chosen, chooseSwitches } from "../switches";
import { alertManifests } from "./alerts";
import { CANARY_PERCENT } from "./canary";
import { addFuji } from "./fuji";
import { collectorEndpoint, fromGateway, toCollector, toFuji, toOutside } from "./network";
import { addPartnerTopics, transitionAlerts } from "./topics";

const NAME = "frontend3-partner";

/**
 * "Same as Option A, plus PHP-FPM-specific alerts": the table of section 2.1. Killed containers are not in it; the
 * summary counts them among the pages of the .NET options only.
 */
const TABLE_ALERTS = API_ALERTS.filter(({ id }) => id !== "memory-kill");

/**
 * Option B: partner pods of frontend3's own image, on frontend3's own stores, with Fuji kept unless the switch says
 * otherwise.
 *
 * Nothing is created on AWS: image, databases and caches are frontend3's.
 * @see 001_57ea113d5c58119c.txt, section 2.2
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  given?: Partial<Chosen<typeof PARTNER_B_SWITCHES>>,
): OptionStack {
  const stack = new OptionStack(scope, "partner-b", environment);
  const switches = chooseSwitches(stack, PARTNER_B_SWITCHES, given);
  const hasFuji = switches.fuji === "kept";
  warnOfDeviations(stack, "001", PARTNER_DEVIATIONS["partner-b"]);
  useCluster(stack);
  const namespace = new RestrictedNamespace(stack, "Namespace", { name: "partner-b" }).namespaceName;
  const registry = stack.input(
    "image_registry",
    "string",
    hasFuji ? "Registry that holds frontend3 and fuji" : "Registry that holds frontend3",
  ).stringValue;

  const partner = new PhpFpmPartnerPodGroup(stack, "Partner", {
    namespace,
    name: NAME,
    partOf: stack.node.id,
    image: `${registry}/frontend3:${stack.input("frontend3_tag", "string", "Tag of the image frontend3").stringValue}`,
    // The review gives no version: "Same as `frontend3` (PHP-FPM + Nginx)".
    baseImage: "php",
    containerName: "frontend3",
    layout: "single-image",
    resources: {
      cpuRequestMillicores: 200,
      cpuLimitMillicores: 800,
      memoryRequestMi: 256,
      memoryLimitMi: 512,
    },
    // The review gives no CPU target: 60 % is that of its option A.
    scaling: { minReplicas: 2, maxReplicas: 8, cpuPercent: 60 },
    // "each worker process adds ~30-50MB", 000_5a365d529a350ad9.txt, "Container Analysis".
    workerMi: 40,
    pathPrefixes: ["/partner/v1/", "/health"],
    readinessPath: "/health",
    environment: {
      ...addresses(stack),
      ...(hasFuji && { FUJI_BASE_URL: "http://fuji" }),
      OTEL_SERVICE_NAME: NAME,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://${collectorEndpoint(environment)}`,
      OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
    },
    secretName: addSecrets(stack, namespace),
    ingress: [fromGateway(environment, 8080)],
    egress: [
      ...(hasFuji ? [toFuji()] : []),
      ...[PARTNER.mysql, PARTNER.redis, PARTNER.memcached, PARTNER.kafka, PARTNER.creditLine].map((service) =>
        toOutside(environment, service),
      ),
      toCollector(environment),
    ],
    canary: {},
  });
  if (hasFuji) {
    const tag = stack.input("fuji_tag", "string", "Tag of the image fuji").stringValue;
    addFuji(stack, { namespace, image: `${registry}/fuji:${tag}`, caller: NAME });
  }
  addPartnerTopics(stack, NAME, switches);
  const transition = transitionAlerts(switches);
  new Manifests(stack, "CustomResources", {
    releaseName: "partner-b-resources",
    namespace,
    manifests: [
      ...partner.manifests,
      canaryRoute(stack, {
        name: NAME,
        namespace,
        gateway: environment.gateway,
        host: PARTNER.host,
        canaryPercent: CANARY_PERCENT,
        paths: ["/partner/v1", "/health"].map((value) => ({ type: "PathPrefix", value })),
      }),
      ...alertManifests({
        id: stack.node.id,
        title: `Partner API: ${NAME}`,
        namespace,
        alerts: [...TABLE_ALERTS, ...PHP_FPM_ALERTS, ...transition.alerts],
        subject: {
          service: NAME,
          applicationMetricPrefix: PARTNER.monitoring.applicationMetricPrefix,
          namespace: stack.node.id,
          searchRoute: PARTNER.monitoring.searchRoute.php,
          maxChildren: partner.maxChildren,
          ...transition.subject,
        },
      }),
    ],
  });
  new TerraformOutput(stack, "max_children", { value: partner.maxChildren });
  return stack;
}

/**
 * Where the pods find what their policies open: frontend3's own stores, the brokers and the credit line. The names of the
 * variables are assumed; frontend3's configuration has its own.
 */
function addresses(stack: OptionStack): Readonly<Record<string, string>> {
  const input = (name: string, description: string) => stack.input(name, "string", description).stringValue;
  return {
    MYSQL_HOST: input("mysql_host", "Host of frontend3's MySQL"),
    REDIS_HOST: input("redis_host", "Host of frontend3's Redis"),
    MEMCACHED_HOST: input("memcached_host", "Host of frontend3's Memcached"),
    CREDIT_LINE_BASE_URL: input("credit_line_url", "Address of the credit line, http://host:8080"),
    // The variable of the Kafka provider: clients and Terraform use the same brokers.
    KAFKA_BROKERS: '${join(",", var.kafka_bootstrap_servers)}',
    KAFKA_SASL_USERNAME: NAME,
  };
}

/**
 * The secrets that the runbook rotates, and the credentials of the stores and brokers, as a Kubernetes Secret whose values are in no state.
 * @see 001_57ea113d5c58119c.txt, section 8 "How to Rotate Secrets"
 */
function addSecrets(stack: OptionStack, namespace: string): string {
  const keys = [
    ...["API_KEY_HASH_ACME", "CREDIT_LINE_API_KEY"],
    ...["MYSQL_USER", "MYSQL_PASSWORD", "REDIS_PASSWORD", "KAFKA_SASL_PASSWORD"],
  ];
  const dataWo = Object.fromEntries(
    keys.map((key) => [key, secretVariable(stack, key.toLowerCase(), `Value of ${key}`)]),
  );
  const secret = new SecretV1(stack, "Secrets", {
    metadata: { name: "partner-api-secrets", namespace },
    type: "Opaque",
    dataWo,
    dataWoRevision: 1,
  });
  return secret.metadata.name;
}
