import { withoutInstance } from "../../address";
import type { AssumedUsage, Charge, Footprint, NodeGroup, Provider, Span, Workload } from "../../model";
import { type Packing, runsOnOwnNodes, unschedulable } from "../packing";
import { CPU, MEMORY, otherRequests, podShare, type Resource, runsToCompletion } from "../pod";
import { spanOf } from "../replicas";

/** What is to be paid for, before it has a price. */
export interface Bill {
  readonly thing: string;
  /** What of a footprint it is: a `service` is everything around workloads, nodes and stores. */
  readonly kind: "workload" | "nodes" | "store" | "service";
  readonly provider: Provider;
  readonly region?: string;
  readonly sku?: string;
  readonly unit: string;
  /** Absent if the document does not specify it. */
  readonly quantity?: Span;
  readonly byUse: boolean;
  /**
   * True where the quantity is that of a whole month, from a usage file.
   * @default - it runs all the time
   */
  readonly isOfAMonth?: boolean;
  /** Figures that the quantity rests on. @default - none */
  readonly assumed?: AssumedUsage;
  /**
   * Why no list price applies.
   * @default - one may
   */
  readonly why?: string;
}

/** Something that is deployed and has no price, with the reason. */
export interface Unpriced {
  readonly name: string;
  readonly why: string;
}

/** Everything of a footprint that a price list may have: charges, nodes, and shares of what it does not own. */
export function billsOf(footprint: Footprint, packing: Packing | undefined): Bill[] {
  const stores = new Set(footprint.stores.map(({ id }) => id));
  return [
    ...footprint.charges
      .filter(({ isOptional = false, quantity }) => !isOptional || quantity !== undefined)
      .map((charge) => chargeBill(charge, stores.has(charge.id))),
    ...footprint.nodes.map((group) => nodeBill(group, packing)),
    ...balancers(footprint),
    ...shared(footprint).flatMap((workload) => [
      ...share(workload, CPU, "cpu", "vCPU-hour"),
      ...share(workload, MEMORY, "memory", "GiB-hour"),
    ]),
  ];
}

/** What is deployed and never becomes a bill of its own. */
export function unbilled(footprint: Footprint, packing: Packing | undefined): Unpriced[] {
  const { stores, unread } = footprint;
  const topics = uncharged(footprint.topics, footprint);
  const queues = uncharged(footprint.queues, footprint);
  return [
    ...unbilledDisks(footprint),
    ...undeclaredPods(footprint, packing),
    ...withoutRoom(packing),
    ...footprint.unknowns
      .filter(({ what }) => what === "resources")
      .map(({ id, why }) => ({ name: id, why })),
    ...shared(footprint).flatMap(unshared),
    ...footprint.workloads.filter(isRun).map(({ name }) => ({
      name,
      why: "runs to completion: hours per month unknown",
    })),
    ...footprint.workloads.flatMap((workload) => otherThanCompute(workload, footprint)),
    ...unbilledStores(footprint),
    ...unowned(topics.length, "topics", stores.some(hasEngine("kafka")) || hasBroker(footprint)),
    ...unowned(queues.length, "queues", stores.some(hasEngine("rabbitmq")) || hasBroker(footprint)),
    ...unownedBalancers(footprint),
    ...Object.keys(unread).map((type) => ({
      name: type,
      why: "unsupported resource type",
    })),
  ];
}

function chargeBill(charge: Charge, isStore: boolean): Bill {
  const { name, provider, region, sku, unit, quantity, byUse, assumed } = charge;
  const span = typeof quantity === "number" ? spanOf(() => quantity) : quantity;
  return {
    thing: name,
    kind: isStore ? "store" : "service",
    provider,
    region,
    sku,
    unit,
    quantity: span,
    byUse,
    isOfAMonth: assumed !== undefined,
    assumed,
  };
}

/** Whole nodes: as many as the pods need where they could be packed, else as many as the document says. */
function nodeBill(
  { id, name, instanceType, sku, provider, region, count, notOnDemand }: NodeGroup,
  packing: Packing | undefined,
): Bill {
  const packed = packing?.groups.find((group) => group.id === id);
  return {
    thing: `nodes ${name}`,
    kind: "nodes",
    provider: provider ?? "kubernetes",
    region,
    sku: sku ?? (instanceType && `${provider === "aws" ? "ec2" : "vm"}/${instanceType}`),
    unit: "hour",
    quantity: packed?.nodes ?? count,
    byUse: false,
    why: notOnDemand,
  };
}

/** What runs all the time on machines that the option does not own, and is charged by what it requests. */
function shared(footprint: Footprint): Workload[] {
  return footprint.workloads.filter(
    (workload) =>
      workload.managed !== true &&
      workload.replicas?.max !== 0 &&
      !runsOnOwnNodes(workload, footprint) &&
      !runsToCompletion(workload),
  );
}

/** True for a job that runs at some time; what is suspended, or runs for a test only, costs nothing by itself. */
function isRun(workload: Workload): boolean {
  return workload.managed !== true && runsToCompletion(workload) && workload.replicas?.max !== 0;
}

/** Devices and other resources: no price list has them by the pod, and nodes are not packed by them. */
function otherThanCompute(workload: Workload, footprint: Footprint): Unpriced[] {
  if (workload.managed === true || workload.replicas?.max === 0) return [];
  const own = runsOnOwnNodes(workload, footprint);
  return [...otherRequests(workload)].flatMap(([name, amount]) => {
    // The disk of a node is charged with the node.
    if (name === "ephemeral-storage" && own) return [];
    const each = DEVICE.test(name) ? `${amount} ${name}` : name;
    return [
      {
        name: workload.name,
        why: own
          ? `each pod requests ${each}: extended resources are not packed onto nodes`
          : `each pod requests ${each}: no price of this extended resource`,
      },
    ];
  });
}

/** A resource that is counted: `nvidia.com/gpu`. */
const DEVICE = /\//;

/**
 * OpenCost charges a pod by the larger of what it requests and what it uses, for each core and each GiB by the hour.
 * What it will use nobody knows: its requests are a lower bound.
 *
 * @see https://github.com/opencost/opencost/blob/develop/spec/opencost-specv01.md
 */
function share(workload: Workload, resource: Resource, sku: string, unit: string): Bill[] {
  const { value } = podShare(workload, "requests", resource);
  // A workload without requests is listed as not priced: a line item of 0 USD would mean that it is free.
  if (value === 0) return [];
  const of = (replicas: number) => (replicas * value) / resource.stepsPerUnit;
  const { replicas } = workload;
  return [
    {
      thing: workload.name,
      kind: "workload",
      provider: "kubernetes",
      sku,
      unit,
      quantity: replicas && { min: of(replicas.min), steady: of(replicas.steady), max: of(replicas.max) },
      byUse: false,
    },
  ];
}

function unshared(workload: Workload): Unpriced[] {
  const lacking = [
    podShare(workload, "requests", CPU).atLeast ? "CPU" : [],
    podShare(workload, "requests", MEMORY).atLeast ? "memory" : [],
  ].flat();
  if (lacking.length === 0) return [];
  const changes = workload.resourcesChangedBy ?? [];
  if (changes.length > 0) return changes.map((why) => ({ name: workload.name, why }));
  return [{ name: workload.name, why: `not every container requests ${lacking.join(" and ")}` }];
}

/** Pods of Helm charts that are not declared cost nothing more where the number of nodes is fixed. */
function undeclaredPods(footprint: Footprint, packing: Packing | undefined): Unpriced[] {
  const cluster = footprint.nodes.filter(({ runsPods }) => runsPods === true);
  const isFixed = cluster.length > 0 && cluster.every(({ count }) => count && count.min === count.max);
  const unknown = footprint.unknowns.filter(({ what }) => what === "workloads");
  if (isFixed && packing !== undefined) return [];
  return unknown.map(({ id }) => ({ name: id, why: "its pods are not in the input" }));
}

/** Pods that the nodes do not hold on an ordinary day run on more nodes than are charged. */
function withoutRoom(packing: Packing | undefined): Unpriced[] {
  const why = "its pods have no room on the nodes: more nodes are needed than are charged";
  return unschedulable(packing).map((name) => ({ name, why }));
}

/** A machine whose disk is billed for is a charge of its own beside that of the machine. */
function unbilledDisks({ charges, nodes }: Footprint): Unpriced[] {
  if (nodes.length === 0) return [];
  // The instances of a machine are charged one by one.
  const billed = new Set(
    charges
      .filter(({ unit, sku = "" }) => unit === "GiB-month" || sku.startsWith("disk/"))
      .flatMap(({ id }) => [id, withoutInstance(id)]),
  );
  return nodes
    .filter(({ id, hasDisk }) => hasDisk !== true && !billed.has(id))
    .map(({ name }) => ({
      name: `disks of ${name}`,
      why: "type and size not specified, or not supported",
    }));
}

/** A store in a pod's own file system is on the disk of its node, and a volume of Docker on that of its machine. */
function unbilledStores({ stores, charges, workloads, nodes }: Footprint): Unpriced[] {
  if (stores.length === 0 || nodes.some(({ runsPods = false }) => !runsPods)) return [];
  const known = new Set([...charges.map(({ id }) => id), ...workloads.map(({ id }) => id)]);
  return stores
    .filter(({ id }) => !known.has(id))
    .map(({ name, engine }) => ({ name, why: `no billing information for ${engine}` }));
}

function hasEngine(engine: string) {
  return (store: Footprint["stores"][number]) => store.engine.startsWith(engine);
}

/** A broker of Azure is a charge of its own, and no store. */
function hasBroker({ charges }: Footprint): boolean {
  return charges.some(({ sku = "" }) => sku.startsWith("servicebus/") || sku.startsWith("eventhubs/"));
}

function uncharged<T extends { readonly id: string }>(
  things: readonly T[],
  { charges }: Footprint,
): readonly T[] {
  if (things.length === 0) return things;
  const charged = new Set(charges.map(({ id }) => id));
  return things.filter(({ id }) => !charged.has(id));
}

function unowned(count: number, things: string, hasBroker: boolean): Unpriced[] {
  return count === 0 || hasBroker ? [] : [{ name: things, why: "on a broker outside of the option" }];
}

const ALB = /^Ingress alb/;

/** Entry points behind a load balancer. */
const BALANCED = /^(?:Ingress|LoadBalancer|HTTPRoute|GRPCRoute|TLSRoute|TCPRoute)/;

/** The load balancer that a controller makes for each ingress of a class, where the cluster is the option's own. */
function balancers(footprint: Footprint): Bill[] {
  const { region } = footprint.nodes.find(({ provider }) => provider === "aws") ?? {};
  return ownWaysIn(footprint)
    .filter(({ via }) => ALB.test(via))
    .map(({ id }) => ({
      thing: id,
      kind: "service" as const,
      provider: "aws" as const,
      region,
      sku: "elb/application",
      unit: "hour",
      quantity: { min: 1, steady: 1, max: 1 },
      byUse: false,
    }));
}

/** Ways in whose load balancer is neither a resource of its own nor made by a class that is known here. */
function unownedBalancers(footprint: Footprint): Unpriced[] {
  const { exposures, charges } = footprint;
  if (exposures.length === 0) return [];
  const charged = new Set(charges.map(({ id }) => id));
  const hasGateway = charges.some(({ sku = "" }) => sku.startsWith("application-gateway/"));
  const billed = new Set(balancers(footprint).map(({ thing }) => thing));
  return exposures
    .filter(({ via }) => BALANCED.test(via))
    .filter(({ id }) => !charged.has(id) && !billed.has(id) && !hasGateway)
    .map(({ id }) => ({ name: id, why: "its load balancer is not in the input" }));
}

function ownWaysIn({ exposures, nodes }: Footprint) {
  return nodes.some(({ runsPods }) => runsPods === true) ? exposures : [];
}
