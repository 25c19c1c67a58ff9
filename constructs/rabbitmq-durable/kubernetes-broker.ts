import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { Tokenization } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { type Labels, workloadLabels } from "../core/labels";
import { DNS_RULES, type NetworkPeer, type NetworkRule, toEgress, toIngress } from "../core/network-rules";
import { type ResourceBudget, requireBudget } from "../core/resources";
import { requireInteger, requireLabelName } from "../core/validate";

/** Common props of the brokers on Kubernetes. */
export interface KubernetesBrokerProps {
  readonly namespace: string;
  /** Name of the broker, an RFC 1123 label of at most 45 characters. */
  readonly name: string;
  /**
   * The official image with the management plugin, with its version.
   * @default "rabbitmq:4.2.6-management", the newest version that Amazon MQ has too
   */
  readonly image?: string;
  /**
   * Volume of each node, in GiB; more than the memory limit, so that RabbitMQ can write its memory to disk.
   * @default 10
   */
  readonly storageGiB?: number;
  /** @default - the default storage class of the cluster */
  readonly storageClassName?: string;
  /**
   * Resources of each node. RabbitMQ blocks publishers before it reaches the memory limit.
   * @default - CPU request 1 core, limit 2 cores; memory 2 GiB: the operator's defaults
   */
  readonly resources?: ResourceBudget;
  /** Peers that may publish and consume. */
  readonly clients: readonly NetworkPeer[];
  /**
   * Peers that may use the management API; the Terraform provider needs it too.
   * @default - none; connections are denied
   */
  readonly managers?: readonly NetworkPeer[];
  /**
   * Peers that may scrape the Prometheus metrics.
   * @default - none; connections are denied
   */
  readonly scrapers?: readonly NetworkPeer[];
}

/** User and group of the official image. */
export const RABBITMQ_UID = 999;

/** Ports of the broker, plain and with TLS. */
export const PORTS = {
  amqp: { plain: 5672, tls: 5671 },
  management: { plain: 15672, tls: 15671 },
  metrics: { plain: 15692, tls: 15691 },
} as const;

/** The common props with their defaults. */
export function withDefaults(props: KubernetesBrokerProps) {
  return {
    image: props.image ?? "rabbitmq:4.2.6-management",
    storageGiB: props.storageGiB ?? 10,
    resources: props.resources ?? {
      cpuRequestMillicores: 1000,
      cpuLimitMillicores: 2000,
      memoryRequestMi: 2048,
      memoryLimitMi: 2048,
    },
  };
}

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange` */
export function requireKubernetesBroker(scope: IConstruct, props: KubernetesBrokerProps): void {
  const { storageGiB, resources } = withDefaults(props);
  requireLabelName(scope, "name", props.name);
  if (!isToken(props.name) && props.name.length > 45) {
    const must = "be at most 45 characters, since its pods' labels add to it";
    refuse(scope, { code: "BadName", prop: "name", must, got: props.name, fix: "shorten it" });
  }
  requireInteger(scope, "storageGiB", storageGiB, { min: 1 });
  requireBudget(scope, "resources", resources);
  const { memoryLimitMi } = resources;
  if (isToken(storageGiB) || isToken(memoryLimitMi) || storageGiB * 1024 > memoryLimitMi) return;
  const must = `be more than 'resources.memoryLimitMi' (${memoryLimitMi} Mi)`;
  const fix = "raise it: RabbitMQ blocks publishers while the free disk space is less than its memory";
  refuse(scope, { code: "OutOfRange", prop: "storageGiB", must, got: storageGiB, fix });
}

/** Common lines of `rabbitmq.conf`. */
export function commonConfiguration(resources: ResourceBudget): string[] {
  return [
    // Queues that clients declare without a type are replicated too.
    "default_queue_type = quorum",
    // Publishers are blocked before the disk is too full to write the memory.
    `disk_free_limit.absolute = ${Tokenization.stringifyNumber(resources.memoryLimitMi)}MiB`,
  ];
}

/** Ingress rules of the broker, and egress rules for DNS and the given peers only. */
export function defineNetworkPolicy(
  scope: Construct,
  props: KubernetesBrokerProps,
  {
    selector,
    transports,
    ingress = [],
    egress = [],
  }: {
    readonly selector: Labels;
    /** Listeners that are open. */
    readonly transports: readonly ("plain" | "tls")[];
    readonly ingress?: readonly NetworkRule[];
    readonly egress?: readonly NetworkRule[];
  },
): void {
  const { clients, managers = [], scrapers = [] } = props;
  const listeners = [
    [PORTS.amqp, clients],
    [PORTS.management, managers],
    [PORTS.metrics, scrapers],
  ] as const;
  const allowed = listeners.flatMap(([port, peers]) =>
    peers.flatMap((peer) => transports.map((transport) => ({ peer, port: port[transport] }))),
  );
  new NetworkPolicyV1(scope, "NetworkPolicy", {
    metadata: metadataOf(props),
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ["Ingress", "Egress"],
      ingress: toIngress([...allowed, ...ingress]),
      egress: toEgress([...DNS_RULES, ...egress]),
    },
  });
}

/** Size of a volume in Kubernetes' notation; a number token must be converted to text first. */
export function gibibytes(storageGiB: number): string {
  return `${Tokenization.stringifyNumber(storageGiB)}Gi`;
}

/** Metadata of the broker's objects. */
export function metadataOf({ name, namespace }: KubernetesBrokerProps, suffix = "") {
  return { name: `${name}${suffix}`, namespace, labels: workloadLabels(name, "rabbitmq") };
}
