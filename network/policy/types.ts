import type { AddressRange } from "../addresses";
import type { ConnectionSet } from "../connection-set";
import type { Origin } from "../faults";
import type { Protocol } from "../protocol";
import { type Selector, selectorText } from "../selector";

export type Direction = "ingress" | "egress";

/** In the order of evaluation. */
export type Tier = "Admin" | "NetworkPolicy" | "Baseline";

/** `Pass` skips the rest of the tier. */
export type Action = "Accept" | "Deny" | "Pass";

/** A selection of pods. Equal keys select the same pods. */
export interface PodTerm {
  /** @default - namespaces by their labels */
  readonly namespace?: string;
  /** @default - the one namespace */
  readonly namespaces?: Selector;
  readonly pods: Selector;
  /** False for kinds that never select pods on the host's network. */
  readonly hostNetwork: boolean;
  /** Realm of what is no pod. @default - pods of a cluster */
  readonly realm?: string;
  /** How people read it. @default - from the selectors */
  readonly text?: string;
  readonly key: string;
}

/** A named port of a rule; without a protocol, of any. */
export interface NamedPort {
  readonly name: string;
  readonly protocol?: Protocol;
}

/** What a rule matches and does. */
export interface Rule {
  /** Place in the policy's list, from 0. */
  readonly index: number;
  readonly name?: string;
  readonly action: Action;
  /** True for every pod and every address. */
  readonly everyone: boolean;
  readonly pods: readonly PodTerm[];
  readonly addresses: readonly AddressRange[];
  /** Numbered ports. */
  readonly ports: ConnectionSet;
  /** Ports that are looked up at the destination. */
  readonly named: readonly NamedPort[];
  /** Realm whose things the addresses select too. @default - pods are never selected by addresses */
  readonly realm?: string;
  /** Why it is undetermined whether the rule matches. @default - it is determined */
  readonly uncertain?: string;
}

/** A policy of any kind in one form. */
export interface Policy {
  /** `NetworkPolicy shop/db`, `ClusterNetworkPolicy deny-all`. */
  readonly name: string;
  readonly kind: string;
  readonly origin: Origin;
  readonly tier: Tier;
  /**
   * Policies of one layer are evaluated together; every layer must allow a connection.
   * @default - that of Kubernetes
   */
  readonly layer?: string;
  /** Lower first, within a tier; 0 for a NetworkPolicy, which has none. */
  readonly priority: number;
  readonly subject: PodTerm;
  /** @default - the policy does not affect the direction */
  readonly ingress?: readonly Rule[];
  /** @default - the policy does not affect the direction */
  readonly egress?: readonly Rule[];
}

/** A policy that is not evaluated, of another project or unresolved before an apply: its pods get no answer. */
export interface ForeignPolicy {
  readonly name: string;
  /** Why it is not evaluated. */
  readonly why: string;
  /** Namespace whose pods it may select. @default - any namespace */
  readonly namespace?: string;
}

export function podTerm(term: Omit<PodTerm, "key">): PodTerm {
  const { namespace, namespaces, pods, hostNetwork, realm } = term;
  return { ...term, key: JSON.stringify([namespace, namespaces, pods, hostNetwork, realm]) };
}

/** A selection as people read it: `pods app=web in namespace shop`. */
export function podTermText({ namespace, namespaces, pods, text }: PodTerm): string {
  if (text !== undefined) return text;
  const what = pods.length === 0 ? "all pods" : `pods ${selectorText(pods)}`;
  if (namespace !== undefined) return `${what} in namespace ${namespace}`;
  if (namespaces === undefined || namespaces.length === 0) return `${what} in all namespaces`;
  return `${what} in namespaces ${selectorText(namespaces)}`;
}
