import type { Queue } from "../../model";
import type { Draft } from "../draft";
import type { KubernetesObject } from "./object";

/** Kind that the RabbitMQ Cluster Operator makes a StatefulSet of. */
const CLUSTER = "rabbitmq.com/RabbitmqCluster";

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

/**
 * A RabbitmqCluster as the StatefulSet that its operator makes; any other object as it is.
 * @see https://github.com/rabbitmq/cluster-operator/blob/main/api/v1beta1/rabbitmqcluster_types.go
 * @see https://github.com/rabbitmq/cluster-operator/blob/main/internal/resource/statefulset.go
 */
export function expandRabbitmqCluster(object: KubernetesObject, draft: Draft): KubernetesObject {
  if (object.type !== CLUSTER) return object;
  const spec = object.body.at("spec");
  const image = spec.text("image") ?? DEFAULTS.image;
  const resources = spec.at("resources");
  const storage = spec.at("persistence").at("storage");
  const body = {
    spec: {
      replicas: spec.at("replicas").value ?? DEFAULTS.replicas,
      template: {
        metadata: { labels: podLabels(object) },
        spec: {
          containers: [
            {
              name: "rabbitmq",
              image,
              resources: resources.present ? resources.value : DEFAULTS.resources,
              // A startup probe it has none, so that nothing bounds how long a node recovers its queues.
              readinessProbe: { initialDelaySeconds: 10, periodSeconds: 10 },
            },
          ],
          terminationGracePeriodSeconds:
            spec.at("terminationGracePeriodSeconds").value ?? DEFAULTS.graceSeconds,
          initContainers: [{ name: "setup-container", image, resources: { limits: SETUP, requests: SETUP } }],
        },
      },
      volumeClaimTemplates: [
        { spec: { resources: { requests: { storage: storage.value ?? DEFAULTS.storage } } } },
      ],
    },
  };
  return {
    ...object,
    type: "apps/StatefulSet",
    kind: "StatefulSet",
    body: draft.cursor(object.id, body, { file: object.file }),
    replicated: true,
  };
}

/** Reads a Queue of the RabbitMQ Messaging Topology Operator, which makes classic queues that do not last. */
export function queue({ id, name, body }: KubernetesObject): Queue {
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
