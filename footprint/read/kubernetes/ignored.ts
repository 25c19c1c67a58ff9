/** Kinds that run nothing and keep no data of their own, or whose weight other objects carry. */
const KINDS: ReadonlySet<string> = new Set([
  "Endpoints",
  "LimitRange",
  "Namespace",
  "PersistentVolume",
  "ResourceQuota",
  "ServiceAccount",
  "argoproj.io/AnalysisTemplate",
  "argoproj.io/AppProject",
  "argoproj.io/ClusterAnalysisTemplate",
  "autoscaling.k8s.io/VerticalPodAutoscaler",
  "discovery.k8s.io/EndpointSlice",
  "external-secrets.io/ClusterSecretStore",
  "external-secrets.io/SecretStore",
  "gateway.networking.k8s.io/BackendTLSPolicy",
  "gateway.networking.k8s.io/Gateway",
  "gateway.networking.k8s.io/GatewayClass",
  "gateway.networking.k8s.io/ReferenceGrant",
  "keda.sh/ClusterTriggerAuthentication",
  "keda.sh/TriggerAuthentication",
  "networking.k8s.io/IngressClass",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "rbac.authorization.k8s.io/Role",
  "rbac.authorization.k8s.io/RoleBinding",
  "scheduling.k8s.io/PriorityClass",
  "storage.k8s.io/CSIDriver",
  "storage.k8s.io/StorageClass",
]);

/** Groups of which every kind is one of these. */
const GROUPS = [
  "admissionregistration.k8s.io/",
  "apiextensions.k8s.io/",
  "apiregistration.k8s.io/",
  "cert-manager.io/",
];

/** What selects targets and routes alerts; the operator's own `Prometheus` and `Alertmanager` run pods. */
const MONITORING: ReadonlySet<string> = new Set(
  ["AlertmanagerConfig", "PodMonitor", "Probe", "ScrapeConfig", "ServiceMonitor"].map(
    (kind) => `monitoring.coreos.com/${kind}`,
  ),
);

/** What the RabbitMQ Messaging Topology Operator makes beside queues. */
const TOPOLOGY: ReadonlySet<string> = new Set(
  [
    "Binding",
    "Exchange",
    "Federation",
    "OperatorPolicy",
    "Permission",
    "Policy",
    "Shovel",
    "User",
    "Vhost",
  ].map((kind) => `rabbitmq.com/${kind}`),
);

/** True for a kind that adds nothing to a footprint of its own. */
export function isIgnored(type: string): boolean {
  if (KINDS.has(type) || MONITORING.has(type) || TOPOLOGY.has(type)) return true;
  return GROUPS.some((group) => type.startsWith(group));
}
