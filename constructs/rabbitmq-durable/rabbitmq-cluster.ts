import type { Labels } from "../core/labels";
import type { Manifest } from "../core/manifests";
import type { ResourceBudget } from "../core/resources";
import { toKubernetes } from "../core/resources";
import { commonConfiguration, gibibytes } from "./kubernetes-broker";

/** Settings of a `RabbitmqCluster`. */
export interface RabbitmqClusterOptions {
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly replicas: number;
  readonly storageGiB: number;
  readonly storageClassName?: string;
  readonly resources: ResourceBudget;
  readonly tlsSecret?: string;
  readonly terminationGraceSeconds: number;
}

/** Labels of a cluster's pods, set by the operator. */
export function operatorLabels(name: string): Labels {
  return { "app.kubernetes.io/name": name, "app.kubernetes.io/component": "rabbitmq" };
}

/**
 * The custom resource of the RabbitMQ Cluster Operator.
 * @see https://www.rabbitmq.com/kubernetes/operator/using-operator
 */
export function rabbitmqCluster(options: RabbitmqClusterOptions): Manifest {
  const { name, namespace, image, replicas, storageGiB, storageClassName, resources, tlsSecret } = options;
  const selector = { matchLabels: operatorLabels(name) };
  return {
    apiVersion: "rabbitmq.com/v1beta1",
    kind: "RabbitmqCluster",
    metadata: { name, namespace },
    spec: {
      image,
      replicas,
      terminationGracePeriodSeconds: options.terminationGraceSeconds,
      persistence: {
        storage: gibibytes(storageGiB),
        ...(storageClassName !== undefined && { storageClassName }),
      },
      resources: toKubernetes(resources),
      rabbitmq: {
        additionalConfig: [
          "cluster_partition_handling = pause_minority",
          // Otherwise all leaders are on the node that received the declarations.
          "queue_leader_locator = balanced",
          ...commonConfiguration(resources),
          "",
        ].join("\n"),
      },
      ...(tlsSecret !== undefined && { tls: { secretName: tlsSecret, disableNonTLSListeners: true } }),
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { labelSelector: selector, topologyKey: "kubernetes.io/hostname" },
          ],
        },
      },
      override: { statefulSet: { spec: { template: { spec: podOverride(selector) } } } },
    },
  };
}

/** Overrides that the operator merges into its pods, containers by name. */
function podOverride(labelSelector: { readonly matchLabels: Labels }) {
  const securityContext = {
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
  };
  return {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    // Spread over zones is required: two of three nodes in one zone would fail together.
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "DoNotSchedule",
        labelSelector,
      },
    ],
    containers: [{ name: "rabbitmq", securityContext }],
    initContainers: [{ name: "setup-container", securityContext }],
  };
}
