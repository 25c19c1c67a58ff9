import type { Topic } from "../../../model";
import type { Cursor } from "../../terraform/cursor";
import { fitting } from "../named";
import type { KubernetesObject } from "../object";
import { ignored, type KubernetesKinds, type MakeContext } from "./kind";
import { isNothing, made } from "./make";

const CLUSTER_LABEL = "strimzi.io/cluster";

/** Which version that is depends on the operator's. */
const IMAGE = "quay.io/strimzi/kafka";
const OPERATOR_IMAGE = "quay.io/strimzi/operator";

/** Strimzi, the Kafka operator. */
export const STRIMZI: KubernetesKinds = {
  "kafka.strimzi.io/Kafka": { makes: kafka },
  "kafka.strimzi.io/KafkaNodePool": { makes: nodePool },
  "kafka.strimzi.io/KafkaTopic": { topics: (object) => [topic(object)] },
  "kafka.strimzi.io/KafkaConnect": { makes: client("connect", 3) },
  "kafka.strimzi.io/KafkaMirrorMaker": { makes: client("mirror-maker", 3) },
  "kafka.strimzi.io/KafkaMirrorMaker2": { makes: client("mirrormaker2", 3) },
  "kafka.strimzi.io/KafkaBridge": { makes: client("bridge", 1) },
  ...ignored(
    "configures a Kafka cluster",
    "kafka.strimzi.io",
    "KafkaConnector",
    "KafkaRebalance",
    "KafkaUser",
  ),
};

/**
 * Brokers, unless node pools have them, ZooKeeper, and the Deployments beside them.
 * @see https://strimzi.io/docs/operators/latest/configuring#type-KafkaSpec-reference
 */
function kafka(object: KubernetesObject, { draft, objects }: MakeContext): KubernetesObject[] {
  const spec = object.body.at("spec");
  const broker = spec.at("kafka");
  const named = objects.filter(
    (each) => each.type.endsWith("/KafkaNodePool") && clusterOf(each) === object.name,
  );
  const pools = fitting(named, object.namespace);
  const parts: KubernetesObject[] = [];
  if (pools.length === 0) {
    if (!broker.at("replicas").present)
      object.body.noteUnknown("workloads", "its brokers are in node pools that are not in the document");
    else parts.push(nodes(object, "kafka", broker, { draft, objects }));
  }
  if (spec.at("zookeeper").present)
    parts.push(nodes(object, "zookeeper", spec.at("zookeeper"), { draft, objects }));
  const beside = (part: string, containers: readonly (readonly [string, Cursor])[]) =>
    made(object, draft, {
      kind: "Deployment",
      part,
      name: `${object.name}-${part}`,
      replicas: 1,
      labels: labels(object.name, part),
      pod: {
        containers: containers.map(([name, at]) => ({
          name,
          image: at.text("image") ?? OPERATOR_IMAGE,
          resources: at.at("resources").value,
        })),
      },
    });
  const operators = ["topicOperator", "userOperator"]
    .map((name) => [name, spec.at("entityOperator").at(name)] as const)
    .filter(([, at]) => at.present);
  if (operators.length > 0) parts.push(beside("entity-operator", operators));
  for (const [key, part] of [
    ["kafkaExporter", "kafka-exporter"],
    ["cruiseControl", "cruise-control"],
  ] as const)
    if (spec.at(key).present) parts.push(beside(part, [[part, spec.at(key)]]));
  return parts;
}

/** A node pool without its Kafka in the document is read all the same. */
function nodePool(object: KubernetesObject, { draft, objects }: MakeContext): KubernetesObject[] {
  const cluster = clusterOf(object) ?? "kafka";
  const spec = object.body.at("spec");
  const isBroker = spec.texts("roles").length === 0 || spec.texts("roles").includes("broker");
  // Resources and storage of the pool come before those of the cluster.
  const [owner] = fitting(
    objects.filter((each) => each.type.endsWith("/Kafka") && each.name === clusterOf(object)),
    object.namespace,
  );
  const shared = owner?.body.at("spec").at("kafka");
  const resources = spec.at("resources").present ? spec.at("resources") : shared?.at("resources");
  return [
    made(object, draft, {
      kind: "StatefulSet",
      name: `${cluster}-${object.name}`,
      replicas: spec.at("replicas").value,
      labels: labels(cluster, "kafka"),
      pod: pod(isBroker ? "kafka" : "controller", undefined, resources?.value),
      storage: volumes(spec.at("storage")),
    }),
  ];
}

function nodes(
  object: KubernetesObject,
  part: string,
  body: Cursor,
  { draft }: MakeContext,
): KubernetesObject {
  return made(object, draft, {
    kind: "StatefulSet",
    part,
    name: `${object.name}-${part}`,
    replicas: body.at("replicas").value,
    labels: labels(object.name, part),
    pod: pod(part, body.text("image"), body.at("resources").value),
    storage: volumes(body.at("storage")),
  });
}

function pod(name: string, image: string | undefined, resources: unknown) {
  return { containers: [{ name, image: image ?? IMAGE, resources }] };
}

/** Sizes of the claims of one node; ephemeral storage has none. */
function volumes(storage: Cursor): unknown[] {
  const all = storage.text("type") === "jbod" ? storage.items("volumes") : [storage];
  return all
    .filter((each) => each.text("type") === "persistent-claim")
    .map((each) => each.at("size").value)
    .filter((size) => !isNothing(size));
}

function client(part: string, usual: number) {
  return (object: KubernetesObject, { draft }: MakeContext): KubernetesObject[] => {
    const spec = object.body.at("spec");
    return [
      made(object, draft, {
        kind: "Deployment",
        name: `${object.name}-${part}`,
        replicas: spec.at("replicas").value ?? usual,
        labels: labels(object.name, part),
        pod: pod(part, spec.text("image"), spec.at("resources").value),
      }),
    ];
  };
}

function topic({ id, name, body }: KubernetesObject): Topic {
  const spec = body.at("spec");
  const config = spec.at("config");
  return {
    id,
    name: spec.text("topicName") ?? name,
    partitions: setOrUnknown(spec, "partitions"),
    replicationFactor: setOrUnknown(spec, "replicas"),
    cleanupPolicy: config.optional("cleanup.policy"),
    retentionMs: config.number("retention.ms", "retention"),
    minInsyncReplicas: config.count("min.insync.replicas", "in-sync replicas"),
  };
}

/** The brokers' own default is not in the document. */
function setOrUnknown(spec: Cursor, key: string): number | undefined {
  if (!spec.at(key).present)
    spec.noteUnknown(key, "the default of the brokers, which is not in the document");
  return spec.count(key, key);
}

function labels(cluster: string, part: string): Readonly<Record<string, string>> {
  return {
    [CLUSTER_LABEL]: cluster,
    "strimzi.io/name": `${cluster}-${part}`,
    "strimzi.io/kind": "Kafka",
    "app.kubernetes.io/instance": cluster,
    "app.kubernetes.io/name": part,
  };
}

function clusterOf(pool: KubernetesObject): string | undefined {
  return pool.body.at("metadata").map("labels")[CLUSTER_LABEL];
}
