import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { Tokenization } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { type Labels, workloadLabels } from "../core/labels";
import { DNS_RULES, type NetworkPeer, type NetworkRule, toEgress, toIngress } from "../core/network-rules";
import { type ResourceBudget, requireBudget } from "../core/resources";
import { requireInteger, requireLabelName } from "../core/validate";

/** What the brokers that run on Kubernetes have in common. */
export interface KubernetesBrokerProps {
  readonly namespace: string;
  /** Name of the broker, an RFC 1123 label of at most 45 characters. */
  readonly name: string;
  /**
   * The official image, with the management plugin, by version.
   * @default "rabbitmq:4.2.6-management", of the newest series that Amazon MQ has too
   */
  readonly image?: string;
  /**
   * Volume of each node, in GiB; more than the memory limit, so that memory can be written out.
   * @default 10
   */
  readonly storageGiB?: number;
  /** @default - the cluster's default class */
  readonly storageClassName?: string;
  /**
   * What each node reserves and may use. RabbitMQ blocks publishers before the memory limit is reached.
   * @default - 1 to 2 cores and 2 GiB, the operator's own
   */
  readonly resources?: ResourceBudget;
  /** Who may publish and consume. */
  readonly clients: readonly NetworkPeer[];
  /**
   * Who may use the management API, which the Terraform provider needs too.
   * @default - nobody
   */
  readonly managers?: readonly NetworkPeer[];
  /**
   * Who reads the Prometheus metrics.
   * @default - nobody
   */
  readonly scrapers?: readonly NetworkPeer[];
}

/** User and group of the official image. */
export const RABBITMQ_UID = 999;

/** Where the broker listens, plain and with TLS. */
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
  const fix = "raise it: RabbitMQ stops taking messages while less than its memory is free on the disk";
  refuse(scope, { code: "OutOfRange", prop: "storageGiB", must, got: storageGiB, fix });
}

/** Lines of `rabbitmq.conf` that every broker has. */
export function commonConfiguration(resources: ResourceBudget): string[] {
  return [
    // A queue that a client declares without a type is replicated too.
    "default_queue_type = quorum",
    // Publishers are blocked before a disk is too full to write memory out.
    `disk_free_limit.absolute = ${Tokenization.stringifyNumber(resources.memoryLimitMi)}MiB`,
  ];
}

/** Who may reach the broker, and that it may reach nobody but DNS and what is named. */
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

/** Size of a volume in Kubernetes' notation; a number token must become text first. */
export function gibibytes(storageGiB: number): string {
  return `${Tokenization.stringifyNumber(storageGiB)}Gi`;
}

/** Name, namespace and labels of what belongs to the broker. */
export function metadataOf({ name, namespace }: KubernetesBrokerProps, suffix = "") {
  return { name: `${name}${suffix}`, namespace, labels: workloadLabels(name, "rabbitmq") };
}
