import type { AddressRange } from "./addresses";
import type { Fault, Origin } from "./faults";
import type { Labels } from "./labels";
import type { Policy } from "./policy/types";
import type { Protocol } from "./protocol";

export type { Labels, Protocol };

/** A container port that has a name: policies may refer to it. */
export interface NamedContainerPort {
  readonly name: string;
  /** 1 to 65535. */
  readonly port: number;
  readonly protocol: Protocol;
}

/** Where something is that is no pod: a machine, a database, a container of Docker. */
export interface Place {
  /** Rules of one realm are about things of this realm only. */
  readonly realm: string;
  /** VPC or virtual network. @default - undetermined: the document does not have it */
  readonly network?: string;
  /** Ranges that have its addresses, such as those of its subnets. */
  readonly addresses: readonly AddressRange[];
  /**
   * True for what a rule names and the document does not have: like an address, it has no rules of its own.
   * @default false
   */
  readonly isElsewhere?: boolean;
}

/** Pods of one controller that have equal labels; a pod without a controller is a workload of kind `Pod`. */
export interface Workload {
  /** Empty for what is no pod. */
  readonly namespace: string;
  /** For what is no pod, its address in Terraform, or `web[service]` in a Compose file. */
  readonly name: string;
  /** Kind of the controller, `Pod` where there is none; empty for what is no pod. */
  readonly kind: string;
  readonly labels: Labels;
  /** Named ports of the containers; init containers have none that count. */
  readonly ports: readonly NamedContainerPort[];
  readonly hostNetwork: boolean;
  readonly origin: Origin;
  /** @default - pods of a cluster */
  readonly place?: Place;
}

/** A policy of any kind, as parsed from YAML or JSON: `apiVersion`, `kind`, `metadata`, `spec`. */
export interface PolicyObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** True where a value of it is known only after an apply: its pods get no answer. @default false */
  readonly isUnresolved?: boolean;
}

/** A Service, as far as it leads from an entry point to pods. */
export interface Service {
  readonly namespace: string;
  readonly name: string;
  /** @default - no selector: the endpoints are managed by hand */
  readonly selector?: Labels;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  /** Number, or name of a container port. @default - the same as `port` */
  readonly targetPort?: number | string;
  readonly protocol: Protocol;
}

/** What an Ingress, an OpenShift Route or a Gateway API route forwards to. */
export interface EntryPoint {
  /** The object that forwards, for example `Ingress shop/web`. */
  readonly source: string;
  readonly namespace: string;
  readonly service: string;
  /**
   * Port of the Service by number or name.
   * @default - every port of the Service
   */
  readonly port?: number | string;
  /** True where `port` may also be the target port, as with an OpenShift Route. @default false */
  readonly byTarget?: boolean;
}

/** Everything that decides which connections are allowed. */
export interface ClusterModel {
  readonly workloads: readonly Workload[];
  /** Labels of the declared namespaces. Others exist too; each has `kubernetes.io/metadata.name`. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly policies: readonly PolicyObject[];
  /** Security groups, firewalls and networks of Docker, evaluated as policies. @default - none */
  readonly firewalls?: readonly Policy[];
  readonly services: readonly Service[];
  readonly entryPoints: readonly EntryPoint[];
  /** What was read and does not count, one line each. */
  readonly warnings: readonly string[];
  /** What is wrong with the input; every evaluation of the model throws them all. */
  readonly faults: readonly Fault[];
}

/** Label that the API server puts on every namespace. */
export const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** Labels of a namespace, declared or not. */
export function namespaceLabels(namespaces: ReadonlyMap<string, Labels>, name: string): Labels {
  return { ...namespaces.get(name), [NAMESPACE_NAME]: name };
}

/** Name of a workload in lists: `shop/web[Deployment]`, `aws_instance.web`. */
export function workloadName({
  namespace,
  name,
  kind,
}: Pick<Workload, "namespace" | "name" | "kind">): string {
  return kind === "" ? name : `${namespace}/${name}[${kind}]`;
}
