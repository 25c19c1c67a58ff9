/**
 * How a Terraform block becomes a part of a Kubernetes object. Names become camelCase unless `to` says otherwise;
 * only what a reader uses is listed.
 */
export interface Field {
  /** Name in the Kubernetes object. @default - the Terraform name in camelCase */
  readonly to?: string;
  /** Blocks inside. @default - the value is taken over as it is, as with labels and numbers */
  readonly shape?: Shape;
  /** True for a block that Kubernetes holds in a list. @default false */
  readonly many?: boolean;
}

/** Fields by Terraform name. */
export type Shape = Readonly<Record<string, Field>>;

const AS_IS: Field = {};

function fields(...names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name, AS_IS]));
}

function one(shape: Shape, to?: string): Field {
  return { shape, to };
}

function many(shape: Shape, to?: string): Field {
  return { shape, to, many: true };
}

const METADATA = one(fields("name", "generate_name", "namespace", "labels", "annotations"));

const SELECTOR = one({
  ...fields("match_labels"),
  match_expressions: many(fields("key", "operator", "values")),
});

const PROBE = one(
  fields("initial_delay_seconds", "period_seconds", "failure_threshold", "success_threshold"),
);

const CONTAINER: Shape = {
  ...fields("name", "image", "restart_policy", "command", "args"),
  env: many(fields("name", "value")),
  startup_probe: PROBE,
  readiness_probe: PROBE,
  resources: one(fields("requests", "limits")),
};

const CLAIM_SPEC = one({
  ...fields("access_modes", "storage_class_name"),
  resources: one(fields("requests")),
});

const POD_SPEC = one({
  ...fields("overhead", "resources", "termination_grace_period_seconds"),
  volume: many(
    { persistent_volume_claim: one(fields("claim_name")), config_map: one(fields("name")) },
    "volumes",
  ),
  container: many(CONTAINER, "containers"),
  init_container: many(CONTAINER, "initContainers"),
});

const POD_TEMPLATE = one({ metadata: METADATA, spec: POD_SPEC });

const JOB_SPEC = one({ ...fields("parallelism", "suspend"), template: POD_TEMPLATE });

const STRATEGY = one({
  ...fields("type"),
  rolling_update: one(fields("max_surge", "max_unavailable", "partition")),
});

const METRIC_TARGET = one(fields("type", "average_utilization", "average_value", "value"));
const NAMED_METRIC = one({ metric: one(fields("name")), target: METRIC_TARGET });

const POLICY_PEER: Shape = {
  pod_selector: SELECTOR,
  namespace_selector: SELECTOR,
  ip_block: one(fields("cidr", "except")),
};
const POLICY_PORTS = many(fields("port", "end_port", "protocol"));

const INGRESS_BACKEND = one({
  ...fields("service_name", "service_port"),
  service: one({ ...fields("name"), port: one(fields("name", "number")) }),
});

/** Spec of each kind of object that the footprint reads from a Terraform resource of its own. */
const SPECS: Readonly<Record<string, Field>> = {
  workload: one({
    ...fields("replicas", "min_ready_seconds", "progress_deadline_seconds"),
    strategy: STRATEGY,
    update_strategy: STRATEGY,
    selector: SELECTOR,
    template: POD_TEMPLATE,
    volume_claim_template: many({ metadata: METADATA, spec: CLAIM_SPEC }, "volumeClaimTemplates"),
  }),
  claim: CLAIM_SPEC,
  pod: POD_SPEC,
  job: JOB_SPEC,
  cronJob: one({ ...fields("schedule", "suspend"), job_template: one({ spec: JOB_SPEC }) }),
  autoscaler: one({
    ...fields("min_replicas", "max_replicas", "target_cpu_utilization_percentage"),
    scale_target_ref: one(fields("api_version", "kind", "name")),
    metric: many(
      {
        ...fields("type"),
        resource: one({ ...fields("name"), target: METRIC_TARGET }),
        container_resource: one({ ...fields("name", "container"), target: METRIC_TARGET }),
        pods: NAMED_METRIC,
        object: NAMED_METRIC,
        external: NAMED_METRIC,
      },
      "metrics",
    ),
  }),
  budget: one({ ...fields("max_unavailable", "min_available"), selector: SELECTOR }),
  service: one({
    ...fields("type", "selector"),
    port: many(fields("name", "port", "target_port", "protocol"), "ports"),
  }),
  policy: one({
    ...fields("policy_types"),
    pod_selector: SELECTOR,
    ingress: many({ from: many(POLICY_PEER), ports: POLICY_PORTS }),
    egress: many({ to: many(POLICY_PEER), ports: POLICY_PORTS }),
  }),
  ingress: one({
    ...fields("ingress_class_name"),
    default_backend: INGRESS_BACKEND,
    backend: INGRESS_BACKEND,
    rule: many(
      {
        ...fields("host"),
        http: one({ path: many({ ...fields("path"), backend: INGRESS_BACKEND }, "paths") }),
      },
      "rules",
    ),
  }),
};

/** A Terraform resource type of the Kubernetes provider. */
export interface TerraformKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly shape: Shape;
}

function kind(apiVersion: string, name: string, spec?: string, other: Shape = {}): TerraformKind {
  const field = spec === undefined ? undefined : SPECS[spec];
  return {
    apiVersion,
    kind: name,
    shape: { metadata: METADATA, ...other, ...(field === undefined ? {} : { spec: field }) },
  };
}

const PREFIX = "kubernetes_";

/** The kind of object that a Terraform type stands for, whatever version the type ends with. */
export function terraformKind(type: string): TerraformKind | undefined {
  if (!type.startsWith(PREFIX)) return undefined;
  return KINDS.get(type.slice(PREFIX.length).replace(/_v\d(?:(?:alpha|beta)\d)?$/, ""));
}

/** By Terraform type, without `kubernetes_` and without a version at the end. */
const KINDS: ReadonlyMap<string, TerraformKind> = new Map([
  ["deployment", kind("apps/v1", "Deployment", "workload")],
  ["stateful_set", kind("apps/v1", "StatefulSet", "workload")],
  ["daemon_set", kind("apps/v1", "DaemonSet", "workload")],
  ["daemonset", kind("apps/v1", "DaemonSet", "workload")],
  ["job", kind("batch/v1", "Job", "job")],
  ["cron_job", kind("batch/v1", "CronJob", "cronJob")],
  ["pod", kind("v1", "Pod", "pod")],
  ["horizontal_pod_autoscaler", kind("autoscaling/v2", "HorizontalPodAutoscaler", "autoscaler")],
  ["pod_disruption_budget", kind("policy/v1", "PodDisruptionBudget", "budget")],
  ["service", kind("v1", "Service", "service")],
  ["network_policy", kind("networking.k8s.io/v1", "NetworkPolicy", "policy")],
  ["ingress", kind("networking.k8s.io/v1", "Ingress", "ingress")],
  ["namespace", kind("v1", "Namespace")],
  ["secret", kind("v1", "Secret", undefined, fields("data", "data_wo", "binary_data", "binary_data_wo"))],
  ["config_map", kind("v1", "ConfigMap", undefined, fields("data"))],
  ["persistent_volume_claim", kind("v1", "PersistentVolumeClaim", "claim")],
  ["service_account", kind("v1", "ServiceAccount")],
]);
