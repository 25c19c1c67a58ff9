import { METADATA, POD, SELECTOR, TEMPLATE } from "./pod-shape";
import { AS_IS, fields, list, type Member, type Shape } from "./shape";

const PEER: Shape = {
  pod_selector: SELECTOR,
  namespace_selector: SELECTOR,
  ip_block: { block: fields("cidr", "except") },
};
const PORTS = list("ports", fields("port", "end_port", "protocol"));

const BACKEND: Member = {
  block: {
    ...fields("service_name", "service_port"),
    service: { block: { ...fields("name"), port: { block: fields("name", "number") } } },
  },
};

const ROLLING: Member = {
  block: {
    ...fields("type"),
    rolling_update: { block: fields("max_surge", "max_unavailable", "partition") },
  },
};
const WORKLOAD: Shape = {
  ...fields("replicas", "service_name", "progress_deadline_seconds"),
  selector: SELECTOR,
  strategy: ROLLING,
  update_strategy: ROLLING,
  template: TEMPLATE,
};

const TARGET: Member = { block: fields("type", "average_utilization", "average_value", "value") };
const ROLE: Shape = {
  role_ref: { block: fields("api_group", "kind", "name") },
  subject: list("subjects", fields("api_group", "kind", "name", "namespace")),
};

/** What is in the spec of each kind, by API group and kind. */
const SPECS: Readonly<Record<string, Shape>> = {
  "apps/DaemonSet": WORKLOAD,
  "apps/Deployment": WORKLOAD,
  "apps/StatefulSet": WORKLOAD,
  "autoscaling/HorizontalPodAutoscaler": {
    ...fields("min_replicas", "max_replicas"),
    target_cpu_utilization_percentage: { to: "targetCPUUtilizationPercentage" },
    scale_target_ref: { block: fields("api_version", "kind", "name") },
    metric: list("metrics", {
      ...fields("type"),
      resource: { block: { ...fields("name"), target: TARGET } },
      container_resource: { block: { ...fields("name", "container"), target: TARGET } },
    }),
  },
  "batch/CronJob": { ...fields("suspend"), job_template: { block: { spec: { block: WORKLOAD } } } },
  "batch/Job": WORKLOAD,
  Namespace: {},
  "networking.k8s.io/Ingress": {
    ...fields("ingress_class_name"),
    default_backend: BACKEND,
    backend: BACKEND,
    tls: list("tls", fields("hosts", "secret_name")),
    rule: list("rules", {
      ...fields("host"),
      http: { block: { path: list("paths", { ...fields("path"), backend: BACKEND }) } },
    }),
  },
  "networking.k8s.io/NetworkPolicy": {
    policy_types: AS_IS,
    pod_selector: SELECTOR,
    ingress: list("ingress", { from: list("from", PEER), ports: PORTS }),
    egress: list("egress", { to: list("to", PEER), ports: PORTS }),
  },
  PersistentVolumeClaim: fields("access_modes", "storage_class_name"),
  Pod: POD,
  "policy/PodDisruptionBudget": { ...fields("max_unavailable", "min_available"), selector: SELECTOR },
  ReplicationController: WORKLOAD,
  Service: {
    ...fields("selector", "type", "external_name"),
    cluster_ip: { to: "clusterIP" },
    external_ips: { to: "externalIPs" },
    port: list("ports", fields("name", "port", "target_port", "protocol")),
  },
};

/** Members beside metadata and spec. The values of a Secret are not read. */
const OTHERS: Readonly<Record<string, Shape>> = {
  ConfigMap: fields("data"),
  Secret: {},
  ServiceAccount: fields("automount_service_account_token"),
  "rbac.authorization.k8s.io/ClusterRoleBinding": ROLE,
  "rbac.authorization.k8s.io/RoleBinding": ROLE,
};

/** Terraform types of kinds that only rules read, without a version. */
export const RULE_KINDS: ReadonlyMap<string, { readonly type: string; readonly kind: string }> = new Map([
  [
    "kubernetes_cluster_role_binding",
    { type: "rbac.authorization.k8s.io/ClusterRoleBinding", kind: "ClusterRoleBinding" },
  ],
  ["kubernetes_role_binding", { type: "rbac.authorization.k8s.io/RoleBinding", kind: "RoleBinding" }],
]);

/** The members of a resource of a kind; undefined for a kind that nothing reads. */
export function shapeOf(type: string): Shape | undefined {
  const metadata = { metadata: { block: METADATA } };
  if (Object.hasOwn(OTHERS, type)) return { ...metadata, ...OTHERS[type] };
  const spec = Object.hasOwn(SPECS, type) ? SPECS[type] : undefined;
  return spec === undefined ? undefined : { ...metadata, spec: { block: spec } };
}
