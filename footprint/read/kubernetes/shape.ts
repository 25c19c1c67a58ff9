import type { Names } from "../terraform/names";

/** Members of a Terraform block, by Terraform's name; only what a reader uses is listed. */
type Members = Readonly<Record<string, Member>>;

interface Member {
  /** Kubernetes' name. @default - Terraform's in camelCase */
  readonly to?: string;
  /** Members of the block. @default - the value is read as it is, as with labels and numbers */
  readonly inside?: Names;
}

const AS_IS: Member = {};

function fields(...names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, AS_IS]));
}

/** A block, or a list of blocks: readers take both for either. */
function block(members: Members, to?: string): Member {
  return { to, inside: namesOf(members) };
}

function namesOf(members: Members): Names {
  return new Map(
    Object.entries(members).map(([written, { to, inside }]) => [
      to ?? camelCase(written),
      { written, inside },
    ]),
  );
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const METADATA = block(fields("name", "generate_name", "namespace", "labels", "annotations"));

const SELECTOR = block({
  ...fields("match_labels"),
  match_expressions: block(fields("key", "operator", "values")),
});

const PROBE = block(
  fields("initial_delay_seconds", "period_seconds", "failure_threshold", "success_threshold"),
);

const CONTAINER: Members = {
  ...fields("name", "image", "restart_policy", "command", "args"),
  env: block(fields("name", "value")),
  startup_probe: PROBE,
  readiness_probe: PROBE,
  resources: block(fields("requests", "limits")),
};

const CLAIM_SPEC = block({
  ...fields("access_modes", "storage_class_name"),
  resources: block(fields("requests")),
});

const POD_SPEC = block({
  ...fields("overhead", "restart_policy", "runtime_class_name", "termination_grace_period_seconds"),
  resources: block(fields("requests", "limits")),
  volume: block(
    {
      ...fields("name"),
      persistent_volume_claim: block(fields("claim_name")),
      config_map: block(fields("name")),
      ephemeral: block({ volume_claim_template: block({ metadata: METADATA, spec: CLAIM_SPEC }) }),
    },
    "volumes",
  ),
  container: block(CONTAINER, "containers"),
  init_container: block(CONTAINER, "initContainers"),
});

const POD_TEMPLATE = block({ metadata: METADATA, spec: POD_SPEC });

const JOB_SPEC = block({ ...fields("parallelism", "completions", "suspend"), template: POD_TEMPLATE });

const STRATEGY = block({
  ...fields("type"),
  rolling_update: block(fields("max_surge", "max_unavailable", "partition")),
});

const METRIC_TARGET = block(fields("type", "average_utilization", "average_value", "value"));
const NAMED_METRIC = block({ metric: block(fields("name")), target: METRIC_TARGET });

const POLICY_PEER: Members = {
  pod_selector: SELECTOR,
  namespace_selector: SELECTOR,
  ip_block: block(fields("cidr", "except")),
};
const POLICY_PORTS = block(fields("port", "end_port", "protocol"));

const INGRESS_BACKEND = block({
  ...fields("service_name", "service_port"),
  service: block({ ...fields("name"), port: block(fields("name", "number")) }),
});

/** Spec of each kind of object that the footprint reads from a Terraform resource of its own. */
const SPECS: Readonly<Record<string, Member>> = {
  workload: block({
    ...fields("replicas", "min_ready_seconds", "progress_deadline_seconds"),
    strategy: STRATEGY,
    update_strategy: STRATEGY,
    selector: SELECTOR,
    template: POD_TEMPLATE,
    volume_claim_template: block({ metadata: METADATA, spec: CLAIM_SPEC }, "volumeClaimTemplates"),
  }),
  claim: CLAIM_SPEC,
  limitRange: block({
    limit: block(fields("type", "default", "default_request", "max", "min"), "limits"),
  }),
  pod: POD_SPEC,
  job: JOB_SPEC,
  cronJob: block({ ...fields("schedule", "suspend"), job_template: block({ spec: JOB_SPEC }) }),
  autoscaler: block({
    ...fields("min_replicas", "max_replicas", "target_cpu_utilization_percentage"),
    scale_target_ref: block(fields("api_version", "kind", "name")),
    metric: block(
      {
        ...fields("type"),
        resource: block({ ...fields("name"), target: METRIC_TARGET }),
        container_resource: block({ ...fields("name", "container"), target: METRIC_TARGET }),
        pods: NAMED_METRIC,
        object: NAMED_METRIC,
        external: NAMED_METRIC,
      },
      "metrics",
    ),
  }),
  budget: block({ ...fields("max_unavailable", "min_available"), selector: SELECTOR }),
  service: block({
    ...fields("type", "selector"),
    port: block(fields("name", "port", "target_port", "protocol"), "ports"),
  }),
  policy: block({
    ...fields("policy_types"),
    pod_selector: SELECTOR,
    ingress: block({ from: block(POLICY_PEER), ports: POLICY_PORTS }),
    egress: block({ to: block(POLICY_PEER), ports: POLICY_PORTS }),
  }),
  ingress: block({
    ...fields("ingress_class_name"),
    default_backend: INGRESS_BACKEND,
    backend: INGRESS_BACKEND,
    rule: block(
      {
        ...fields("host"),
        http: block({ path: block({ ...fields("path"), backend: INGRESS_BACKEND }, "paths") }),
      },
      "rules",
    ),
  }),
};

/** The kind of object of a Terraform type of the Kubernetes provider. */
export interface TerraformKind {
  /** API group and kind, `apps/Deployment`; the core group has no prefix. */
  readonly type: string;
  readonly kind: string;
  readonly names: Names;
}

function kind(group: string, name: string, spec?: string, other: Members = {}): TerraformKind {
  const member = spec === undefined ? undefined : SPECS[spec];
  return {
    type: group === "" ? name : `${group}/${name}`,
    kind: name,
    names: namesOf({ metadata: METADATA, ...other, ...(member === undefined ? {} : { spec: member }) }),
  };
}

/** By Terraform type without a version at its end. */
export const TERRAFORM_KINDS: ReadonlyMap<string, TerraformKind> = new Map([
  ["kubernetes_deployment", kind("apps", "Deployment", "workload")],
  ["kubernetes_stateful_set", kind("apps", "StatefulSet", "workload")],
  ["kubernetes_daemon_set", kind("apps", "DaemonSet", "workload")],
  ["kubernetes_daemonset", kind("apps", "DaemonSet", "workload")],
  ["kubernetes_job", kind("batch", "Job", "job")],
  ["kubernetes_cron_job", kind("batch", "CronJob", "cronJob")],
  ["kubernetes_replication_controller", kind("", "ReplicationController", "workload")],
  ["kubernetes_limit_range", kind("", "LimitRange", "limitRange")],
  ["kubernetes_pod", kind("", "Pod", "pod")],
  ["kubernetes_horizontal_pod_autoscaler", kind("autoscaling", "HorizontalPodAutoscaler", "autoscaler")],
  ["kubernetes_pod_disruption_budget", kind("policy", "PodDisruptionBudget", "budget")],
  ["kubernetes_service", kind("", "Service", "service")],
  ["kubernetes_network_policy", kind("networking.k8s.io", "NetworkPolicy", "policy")],
  ["kubernetes_ingress", kind("networking.k8s.io", "Ingress", "ingress")],
  ["kubernetes_namespace", kind("", "Namespace")],
  [
    "kubernetes_secret",
    kind("", "Secret", undefined, fields("data", "data_wo", "binary_data", "binary_data_wo")),
  ],
  ["kubernetes_config_map", kind("", "ConfigMap", undefined, fields("data"))],
  ["kubernetes_persistent_volume_claim", kind("", "PersistentVolumeClaim", "claim")],
  ["kubernetes_service_account", kind("", "ServiceAccount")],
]);
