import { PodDisruptionBudgetV1 } from "@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { Manifests } from "../core/manifests";
import type { NetworkRule } from "../core/network-rules";
import { requireInteger } from "../core/validate";
import {
  defineNetworkPolicy,
  type KubernetesBrokerProps,
  metadataOf,
  PORTS,
  requireKubernetesBroker,
  withDefaults,
} from "./kubernetes-broker";
import { operatorLabels, rabbitmqCluster } from "./rabbitmq-cluster";

/** Properties for `ClusterBroker`. */
export interface ClusterBrokerProps extends KubernetesBrokerProps {
  /**
   * Number of nodes, odd and at least 3: a majority must run, and four nodes survive no more losses than three.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Secret of the namespace with `tls.crt` and `tls.key`. Connections without TLS are then refused.
   * @default - no TLS
   */
  readonly tlsSecret?: string;
  /**
   * Grace period of a node to hand over its queues, in seconds. With the operator's default of one week, a drain waits
   * that long when a queue has no majority; 10 minutes are shorter than the 15 minutes of a managed node group.
   * @default 600
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
   */
  readonly terminationGraceSeconds?: number;
  /**
   * Namespace that the operator runs in.
   * @default "rabbitmq-system"
   */
  readonly operatorNamespace?: string;
}

/** Ports between the nodes: the port mapper, and Erlang's distribution. */
const NODE_PORTS = [4369, 25672];

/**
 * A cluster with replicated queues, run by the RabbitMQ Cluster Operator, which must be installed. It survives the
 * loss of one node or zone without losing confirmed messages.
 */
export class ClusterBroker extends Construct {
  /** The release of the custom resource; it is applied before the nodes run. */
  public readonly resource: ITerraformDependable;
  /** Host name in the cluster. */
  public readonly host: string;
  /** Name of the Secret with the administrator's `username` and `password`, which the operator creates. */
  public readonly adminSecret: string;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: ClusterBrokerProps) {
    super(scope, id);
    const {
      name,
      namespace,
      replicas = 3,
      terminationGraceSeconds = 600,
      tlsSecret,
      storageClassName,
    } = props;
    requireKubernetesBroker(this, props);
    requireMajority(this, replicas);
    requireInteger(this, "terminationGraceSeconds", terminationGraceSeconds, { min: 60, max: 604_800 });

    const selector = operatorLabels(name);
    new PodDisruptionBudgetV1(this, "DisruptionBudget", {
      metadata: metadataOf(props),
      spec: { maxUnavailable: "1", selector: { matchLabels: selector } },
    });
    defineNetworkPolicy(this, props, {
      selector,
      transports: [tlsSecret === undefined ? "plain" : "tls"],
      ...nodeRules(props),
    });
    const cluster = rabbitmqCluster({
      name,
      namespace,
      ...withDefaults(props),
      replicas,
      terminationGraceSeconds,
      ...(tlsSecret !== undefined && { tlsSecret }),
      ...(storageClassName !== undefined && { storageClassName }),
    });
    const manifests = new Manifests(this, "Resource", { releaseName: name, namespace, manifests: [cluster] });
    this.resource = manifests.release;
    this.host = `${name}.${namespace}.svc`;
    this.adminSecret = `${name}-default-user`;
  }
}

/** Rules among the nodes, and for the operator. */
function nodeRules({ name, operatorNamespace = "rabbitmq-system", tlsSecret }: ClusterBrokerProps) {
  const peer = { labels: operatorLabels(name) };
  const between: NetworkRule[] = NODE_PORTS.map((port) => ({ peer, port }));
  const port = tlsSecret === undefined ? PORTS.management.plain : PORTS.management.tls;
  return { ingress: [...between, { peer: { namespace: operatorNamespace }, port }], egress: between };
}

/** @throws ValidationError `NotInteger`, `OutOfRange` */
function requireMajority(scope: IConstruct, replicas: number): void {
  const fix = 'give 3, or use mode "single"';
  requireInteger(scope, "replicas", replicas, { min: 3, fix });
  if (isToken(replicas) || replicas % 2 === 1) return;
  const even = `give ${replicas - 1}, which survives as many losses, or ${replicas + 1}`;
  refuse(scope, { code: "OutOfRange", prop: "replicas", must: "be odd", got: replicas, fix: even });
}
