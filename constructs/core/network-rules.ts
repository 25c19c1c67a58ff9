import { isIP } from "node:net";
import type {
  NetworkPolicyV1SpecEgress,
  NetworkPolicyV1SpecIngress,
} from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "./errors";
import type { Labels } from "./labels";
import { requireInteger } from "./validate";

/** Pods or addresses at the other end of a connection. */
export type NetworkPeer = PodPeer | CidrPeer;

/** Pods with given labels in this namespace, or pods of another namespace. */
export type PodPeer =
  | { readonly labels: Labels; readonly namespace?: undefined }
  | {
      /** Namespace by name. */
      readonly namespace: string;
      /**
       * Labels of the pods.
       * @default - every pod of the namespace
       */
      readonly labels?: Labels;
    };

/** Addresses outside of the cluster. */
export interface CidrPeer {
  /** For example `10.40.0.0/24`. */
  readonly cidr: string;
  /**
   * Description of the addresses, for readers of the policy, for example `mysql`.
   * @default - none
   */
  readonly name?: string;
}

/** One allowed connection. */
export interface NetworkRule {
  readonly peer: NetworkPeer;
  /** Port number of the pod, not of its service. */
  readonly port: number;
  /** @default "TCP" */
  readonly protocol?: "TCP" | "UDP" | "SCTP";
}

/** Label of every namespace with its own name. */
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/**
 * The cluster's DNS on UDP and TCP: clients repeat a query over TCP when the answer exceeds 512 bytes. CoreDNS pods
 * have the label `k8s-app=kube-dns` for historical reasons.
 * @see https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/
 */
export const DNS_RULES: readonly NetworkRule[] = (["UDP", "TCP"] as const).map((protocol) => ({
  peer: { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
  port: 53,
  protocol,
}));

/** @throws ValidationError `NotInteger`, `OutOfRange`, `BadName` */
export function requireRules(scope: IConstruct, prop: string, rules: readonly NetworkRule[]): void {
  rules.forEach(({ peer, port }, index) => {
    requireInteger(scope, `${prop}[${index}].port`, port, { min: 1, max: 65535 });
    if (!("cidr" in peer) || isToken(peer.cidr) || isRange(peer.cidr)) return;
    refuse(scope, {
      code: "BadName",
      prop: `${prop}[${index}].peer.cidr`,
      must: "be an address range in CIDR notation",
      got: peer.cidr,
      fix: "write it as 10.40.0.0/24 or 2001:db8::/32",
    });
  });
}

function isRange(cidr: string): boolean {
  const [address = "", prefix = "", ...rest] = cidr.split("/");
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^(0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= longest;
}

/** Egress rules, one per peer. */
export function toEgress(rules: readonly NetworkRule[]): NetworkPolicyV1SpecEgress[] {
  return byPeer(rules).map(({ peer, ports }) => ({ to: [peer], ports }));
}

/** Ingress rules, one per peer. */
export function toIngress(rules: readonly NetworkRule[]): NetworkPolicyV1SpecIngress[] {
  return byPeer(rules).map(({ peer, ports }) => ({ from: [peer], ports }));
}

function byPeer(rules: readonly NetworkRule[]) {
  const groups = new Map<
    string,
    { peer: ReturnType<typeof toPeer>; ports: { port: string; protocol: string }[] }
  >();
  for (const { peer, port, protocol = "TCP" } of rules) {
    const key = JSON.stringify(peer);
    const group = groups.get(key) ?? { peer: toPeer(peer), ports: [] };
    group.ports.push({ port: String(port), protocol });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Annotations that name the address ranges, since a policy has no field for it. */
export function peerAnnotations(rules: readonly NetworkRule[]): Labels {
  return Object.fromEntries(
    rules.flatMap(({ peer }) =>
      "cidr" in peer && peer.name !== undefined && !isToken(peer.cidr)
        ? [[`peer.weighbridge.dev/${annotationName(peer.cidr)}`, peer.name]]
        : [],
    ),
  );
}

/** The key of an annotation contains neither `/` nor `:`, and starts with a letter or digit: `::/0` becomes `0--_0`. */
function annotationName(cidr: string): string {
  return cidr.replace(/^::/, "0::").replace("/", "_").replaceAll(":", "-");
}

/** Both selectors are in one peer, so that pod and namespace must match together. */
function toPeer(peer: NetworkPeer) {
  if ("cidr" in peer) return { ipBlock: { cidr: peer.cidr } };
  const { namespace, labels } = peer;
  return {
    ...(namespace !== undefined && { namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } } }),
    ...(labels !== undefined && { podSelector: { matchLabels: { ...labels } } }),
  };
}
