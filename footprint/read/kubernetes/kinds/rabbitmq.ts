import type { Queue } from "../../../model";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext } from "./kind";
import { isNothing, made } from "./make";

/** What the operator fills in. It sets all of the resources or none of them. */
const DEFAULTS = {
  // Which version that is depends on the operator's.
  image: "rabbitmq",
  replicas: 1,
  resources: { limits: { cpu: "2000m", memory: "2Gi" }, requests: { cpu: "1000m", memory: "2Gi" } },
  storage: "10Gi",
  /** A week. */
  graceSeconds: 604_800,
} as const;

/** Container in which the operator prepares a node; it runs before the node does. */
const SETUP = { cpu: "100m", memory: "500Mi" } as const;

/** Container that the operator adds for a default user whose password Vault changes. */
const UPDATER = {
  name: "default-user-credential-updater",
  image: "rabbitmqoperator/default-user-credential-updater",
  resources: { limits: { cpu: "500m", memory: "128Mi" }, requests: { cpu: "10m", memory: "512Ki" } },
} as const;

/** The Cluster Operator and the Messaging Topology Operator. */
export const RABBITMQ_OPERATORS: KubernetesKinds = {
  "rabbitmq.com/RabbitmqCluster": { makes: cluster },
  "rabbitmq.com/Queue": { queues: (object) => [queue(object)] },
  ...ignored(
    "configures a broker",
    "rabbitmq.com",
    "Binding",
    "Exchange",
    "Federation",
    "OperatorPolicy",
    "Permission",
    "Policy",
    "SchemaReplication",
    "Shovel",
    "TopicPermission",
    "User",
    "Vhost",
  ),
};

/**
 * A RabbitmqCluster as the StatefulSet that its operator makes.
 * @see https://github.com/rabbitmq/cluster-operator/blob/main/api/v1beta1/rabbitmqcluster_types.go
 * @see https://github.com/rabbitmq/cluster-operator/blob/main/internal/resource/statefulset.go
 */
function cluster(object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] {
  const spec = object.body.at("spec");
  const image = spec.text("image") ?? DEFAULTS.image;
  const resources = spec.at("resources");
  const storage = spec.at("persistence").at("storage").value ?? DEFAULTS.storage;
  const vault = spec.at("secretBackend").at("vault");
  const override = spec.at("override").at("statefulSet").at("spec");
  return [
    made(object, draft, {
      kind: "StatefulSet",
      replicas: spec.at("replicas").value ?? DEFAULTS.replicas,
      labels: podLabels(object),
      // The agent is injected into the pod: https://developer.hashicorp.com/vault/docs/platform/k8s/injector
      annotations: vault.present ? { "vault.hashicorp.com/agent-inject": "true" } : {},
      pod: {
        containers: [
          {
            name: "rabbitmq",
            image,
            resources: resources.present ? resources.value : DEFAULTS.resources,
            // A startup probe it has none, so that nothing bounds how long a node recovers its queues.
            readinessProbe: { initialDelaySeconds: 10, periodSeconds: 10 },
          },
          ...(vault.at("defaultUserPath").present ? [UPDATER] : []),
        ],
        terminationGracePeriodSeconds:
          spec.at("terminationGracePeriodSeconds").value ?? DEFAULTS.graceSeconds,
        initContainers: [{ name: "setup-container", image, resources: { limits: SETUP, requests: SETUP } }],
      },
      // Without storage the operator mounts an emptyDir.
      storage: isNothing(storage) ? [] : [storage],
      override: override.present ? override.value : undefined,
      replicated: "quorum",
    }),
  ];
}

/** Reads a Queue of the RabbitMQ Messaging Topology Operator, which makes classic queues that do not last. */
function queue({ id, name, body }: KubernetesObject): Queue {
  const spec = body.at("spec");
  return {
    id,
    name: spec.text("name") ?? name,
    type: spec.required("type", "type"),
    durable: spec.flag("durable", "durable", false),
  };
}

/** Labels that the operator selects a cluster's pods by, beside those of the cluster itself. */
function podLabels({ name, body }: KubernetesObject): Readonly<Record<string, string>> {
  return {
    ...body.at("metadata").map("labels"),
    "app.kubernetes.io/name": name,
    "app.kubernetes.io/component": "rabbitmq",
    "app.kubernetes.io/part-of": "rabbitmq",
  };
}
