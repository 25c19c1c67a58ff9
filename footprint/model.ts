import type { Container, InitContainer, Resources } from "./containers";
import type { Replacement } from "./replacement";
import type { Store } from "./store";
import type { AssumedUsage, UsageFormula } from "./usage-formula";
import type { WorkloadKind } from "./workload-kind";

export type { Container, InitContainer, Resources } from "./containers";
export type { Protection, Store } from "./store";
export type { AssumedUsage, UsageFactor, UsageFormula } from "./usage-formula";
export type { WorkloadKind } from "./workload-kind";

/**
 * The footprint: what Terraform would create, in the words of the field and in fixed units.
 *
 * CPU is in millicores (1000 = one core), memory in MiB (2^20 bytes), sizes in GiB (2^30 bytes).
 * A value that the document does not hold is absent, and `unknowns` says so: absent is never zero.
 */
export interface Footprint {
  /** Option id, or the name given to a foreign input. */
  readonly id: string;
  readonly workloads: readonly Workload[];
  readonly stores: readonly Store[];
  readonly topics: readonly Topic[];
  readonly queues: readonly Queue[];
  readonly services: readonly Service[];
  readonly nodes: readonly NodeGroup[];
  readonly edges: readonly Edge[];
  readonly exposures: readonly Exposure[];
  readonly secrets: readonly Secret[];
  readonly images: readonly Image[];
  readonly alerts: readonly Alert[];
  /** What a provider bills for, apart from nodes and pods. */
  readonly charges: readonly Charge[];
  /** Values that are known only after apply, by address. */
  readonly unknowns: readonly Unknown[];
  /** Number of resources of unsupported types, by Terraform type. */
  readonly unread: Readonly<Record<string, number>>;
  /** Ids of the workloads and charges whose everyday number nobody gave, and of which `steady` is the least. */
  readonly everydayUnknown?: readonly string[];
}

/** A number at the three operating points: fewest replicas, everyday load, most replicas. */
export interface Span {
  readonly min: number;
  readonly steady: number;
  readonly max: number;
}

/** A pod template, Swarm service, Compose container, function or VM group, and how many of it run. */
export interface Workload {
  /** Terraform address, for example `kubernetes_deployment_v1.Api`, or `Deployment/ns/name` for YAML. */
  readonly id: string;
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly namespace?: string;
  /** Labels of the pod template. */
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly Container[];
  readonly initContainers: readonly InitContainer[];
  /**
   * True for what its provider runs on machines of the provider's, and charges for: a function, a serverless
   * container. It takes no room on nodes, and no share of a cluster.
   * @default false
   */
  readonly managed?: boolean;
  /** RuntimeClass overhead of a pod. */
  readonly overhead: Resources;
  /**
   * Resources of the pod as a whole; each that is set replaces the sum of the containers.
   * @default - the sum of the containers
   */
  readonly podLevel?: { readonly requests: Resources; readonly limits: Resources };
  /**
   * Why a pod has other resources than the document says: an injected sidecar, a vertical autoscaler. Its sums are
   * then lower bounds.
   * @default - nothing changes them
   */
  readonly resourcesChangedBy?: readonly string[];
  /**
   * True for what runs to an end, whatever its kind: a pod that does not restart, a Helm hook. Jobs always do.
   * @default false
   */
  readonly runsToCompletion?: boolean;
  /** Absent if the document does not specify it (a DaemonSet, an unresolved count). */
  readonly replicas?: Span;
  /** Where min and max come from. */
  readonly replicasFrom: "autoscaler" | "replicas" | "job" | "suspended" | "test" | "nodes" | "unknown";
  /** What the autoscaler watches, for example `cpu 60 %`. */
  readonly scalesOn: readonly string[];
  /** How many pods may be away during a drain, where a budget says so: `1`, `25%`. */
  readonly disruptionBudget?: { readonly maxUnavailable?: string; readonly minAvailable?: string };
  /**
   * PHP processes of one pod, each of which works on one request at a time: `pm.max_children` of its FPM pools, or
   * the workers of its FrankenPHP. 0 where its command runs something else; absent if the document does not specify it.
   */
  readonly phpWorkers?: number;
  /** Connections that one pod may open to the server behind it, and the setting that says so. */
  readonly connectionCap?: { readonly setting: string; readonly perPod: number };
  /** How a version takes the place of another; absent for what nobody rolls out, such as a job. */
  readonly replacement?: Replacement;
  /** Ids of the workloads that it is started after, or that its settings name, if the document specifies them. */
  readonly needs?: readonly string[];
  /** Ids of the workloads that its settings name in a list, as members of a cluster are named. */
  readonly peers?: readonly string[];
}

/** A Kafka topic, or what a provider calls an event hub, a stream or a topic. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly partitions?: number;
  readonly replicationFactor?: number;
  /** `delete`, `compact` or `compact,delete`. */
  readonly cleanupPolicy?: string;
  readonly retentionMs?: number;
  readonly minInsyncReplicas?: number;
}

/** A message queue. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly durable?: boolean;
}

/** A stable name in front of workloads. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly namespace?: string;
  readonly type: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly {
    readonly port: number;
    readonly targetPort?: string;
    readonly protocol: string;
  }[];
}

/** Machines that the option owns. */
export interface NodeGroup {
  readonly id: string;
  readonly name: string;
  readonly instanceType?: string;
  readonly count?: Span;
  /**
   * Why the on-demand price of a Linux machine does not apply: spot, dedicated, Windows.
   * @default - it applies
   */
  readonly notOnDemand?: string;
  /**
   * What a machine is billed as.
   * @default - `ec2/<instance type>` for AWS, `vm/<instance type>` for others
   */
  readonly sku?: string;
  /**
   * True where the price of a machine contains its disk.
   * @default false
   */
  readonly hasDisk?: boolean;
  /** Who rents them out. */
  readonly provider?: Provider;
  /** Region in the provider's words; absent if the document does not specify it. */
  readonly region?: string;
  /**
   * True for nodes of a Kubernetes cluster, which run its pods.
   * @default false
   */
  readonly runsPods?: boolean;
  /** Maximum pods per node of the cluster. */
  readonly maxPods?: number;
}

/** Who sends the bill. `kubernetes` is the owner of a cluster that the document does not make. */
export type Provider = "aws" | "azure" | "google" | "cloudamqp" | "datadog" | "pagerduty" | "kubernetes";

/** Something that a provider bills for, named as the price books name it. */
export interface Charge {
  /** Address of the thing, as in the other lists. */
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  /** Region in the provider's words; absent if the document does not specify it. */
  readonly region?: string;
  /** What is billed, for example `rds/mysql/db.m7g.large`; absent if the document does not specify its size. */
  readonly sku?: string;
  /** What one of the quantity is billed by: `hour`, `GiB-month`, `10,000 operations`; mostly a unit of the price list. */
  readonly unit: string;
  /** Absent if the document does not specify it, or if it is billed by use. A span follows the number of pods. */
  readonly quantity?: number | Span;
  /** True for what is billed by use: no document holds how much that is. */
  readonly byUse: boolean;
  /**
   * How the figures of a usage file become the quantity.
   * @default - no usage file has a figure for it, or the document does not have what else it takes
   */
  readonly usage?: UsageFormula;
  /**
   * True for what is charged only where a usage file has its figure: another storage class, an export.
   * @default false: without a figure it is listed as not priced
   */
  readonly isOptional?: boolean;
  /**
   * Figures of a usage file that the quantity was worked out from: it is then that of a month.
   * @default - none
   */
  readonly assumed?: AssumedUsage;
}

/** A connection that a policy allows. `from` and `to` are workload names or a description of the outside. */
export interface Edge {
  readonly from: Peer;
  readonly to: Peer;
  /** Port number or name; absent means every port. */
  readonly port?: string;
  readonly endPort?: number;
  readonly protocol: string;
  /** Address of the policy that allows it. */
  readonly policy: string;
  readonly direction: "ingress" | "egress";
}

/** One end of an edge. */
export interface Peer {
  readonly kind: "workload" | "pods" | "namespace" | "cidr" | "anyone";
  /** A workload of the document, `12go/frontend3` of another, `namespace 12go`, `10.0.0.0/16` or its name, `anyone`. */
  readonly name: string;
  /** The range, where addresses have a name. */
  readonly cidr?: string;
}

/** An entry point from the internet: a route, an ingress, a load balancer. */
export interface Exposure {
  readonly id: string;
  /** @default - that of the document's objects without one */
  readonly namespace?: string;
  readonly via: string;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly backends: readonly {
    readonly service: string;
    readonly port?: number;
    readonly weightPercent?: number;
  }[];
}

/** A secret, by name. Its value is never read. */
export interface Secret {
  readonly id: string;
  readonly name: string;
  /** Where it is kept: `aws secrets manager`, `kubernetes`, `vault`. */
  readonly store: string;
  /** True if the value is in the document itself, which is a finding. */
  readonly valueInDocument: boolean;
}

/** An image and the workloads that run it. */
export interface Image {
  readonly reference: string;
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  /** Base image, if the pod template's annotations name it. */
  readonly base?: string;
  /** Runtime family: one family is one release cycle to follow. Absent if it is not recognized. */
  readonly runtime?: RuntimeFamily;
  readonly workloads: readonly string[];
}

/** A runtime with one vendor's release cycle, for example .NET 8. */
export interface RuntimeFamily {
  /** Family without version: `.NET`, `PHP`, `OpenTelemetry Collector`. */
  readonly name: string;
  readonly version?: string;
  /** Last day of support, ISO date. */
  readonly endOfLife?: string;
}

/** An alert rule, whatever program evaluates it. */
export interface Alert {
  readonly id: string;
  readonly name: string;
  readonly condition: string;
  readonly window?: string;
  readonly severity: "warning" | "critical";
  readonly pages?: string;
}

/** A value that the document does not hold. */
export interface Unknown {
  /** Address of the thing. */
  readonly id: string;
  /** What is unresolved, for example `replicas`. */
  readonly what: string;
  /** Why, and where it could come from. */
  readonly why: string;
}
