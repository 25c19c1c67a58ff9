/** Ids of the eight contexts: name of the image, the workload, the host and the schema. */
export type ContextId =
  | "orders"
  | "payments"
  | "inventory"
  | "shopping"
  | "customer-experience"
  | "fulfillment"
  | "customer-identity"
  | "product-catalog";

/** One of the review's "8 BCs": a service of its own, with an image of its own. */
export interface BoundedContext {
  readonly id: ContextId;
  readonly title: string;
  /** What the review says of it; undefined where the review only counts it, and the name is assumed. */
  readonly named?: string;
  /** Queues of `CRITTER_TOPOLOGY` that it reads. Assumed. */
  readonly consumes: readonly string[];
  /** Routing keys that it publishes to the topology's exchange. Assumed. */
  readonly publishes: readonly string[];
  /**
   * Routing keys that each of its replicas hears all of, by a temporary queue that it declares itself. Assumed.
   * @default - none
   */
  readonly hears?: readonly string[];
  /**
   * What it asks outside of the cluster, over HTTPS, by the name of its setting. Assumed.
   * @default - nothing
   */
  readonly asksOutside?: readonly string[];
  /** Contexts that it asks over HTTP. Assumed. */
  readonly calls: readonly ContextId[];
  /**
   * Paths of the shop's host that lead to it. Assumed.
   * @default - customers do not reach it
   */
  readonly publicPaths?: readonly string[];
  /** Its schema in the one database. */
  readonly schema: string;
  /** Of one pod or container. Assumed. */
  readonly resources: {
    readonly cpuRequestMillicores: number;
    readonly cpuLimitMillicores: number;
    readonly memoryRequestMi: number;
    readonly memoryLimitMi: number;
  };
  /** How many run where they can be more than one; `cpuPercent` of the request is what is held. */
  readonly scaling: {
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly cpuPercent: number;
  };
}

/** The same for all: the review gives no size. 16 of them fit the two nodes that it names. */
const RESOURCES = {
  cpuRequestMillicores: 100,
  cpuLimitMillicores: 500,
  memoryRequestMi: 256,
  memoryLimitMi: 384,
};

/** "Risk 2": "2x Orders API, 2x Payments API"; "Zero-downtime deployments" needs two of the others too. */
function upTo(maxReplicas: number) {
  return { minReplicas: 2, maxReplicas, cpuPercent: 70 };
}

/**
 * The review counts eight contexts and names Orders and Payments. Inventory, carts and the EventBroadcaster show in
 * its text; the other names are those of the public CritterSupply code, from which the review's words come. Who talks
 * to whom, queues, sizes and highest counts are assumed: replace them with yours.
 *
 * Source: 002_3f566cf14e5265d2.txt, "1. RabbitMQ Message Loss Risk", "2. Customer Privacy Violation (SSE)", "Risk 2".
 */
export const BOUNDED_CONTEXTS: readonly BoundedContext[] = [
  {
    id: "orders",
    title: "Orders",
    named: "Orders API",
    consumes: ["orders"],
    publishes: ["order", "inventory", "payment"],
    calls: ["customer-identity", "fulfillment"],
    schema: "orders",
    resources: RESOURCES,
    scaling: upTo(6),
  },
  {
    id: "payments",
    title: "Payments",
    named: "Payments API",
    consumes: ["payment-transactions"],
    publishes: ["order"],
    asksOutside: ["PaymentProvider"],
    calls: [],
    schema: "payments",
    resources: RESOURCES,
    scaling: upTo(6),
  },
  {
    id: "inventory",
    title: "Inventory",
    named: "Inventory reservations",
    consumes: ["inventory-reservations"],
    publishes: ["order"],
    calls: [],
    schema: "inventory",
    resources: RESOURCES,
    scaling: upTo(4),
  },
  {
    id: "shopping",
    title: "Shopping",
    named: "cart updates",
    consumes: [],
    publishes: ["order"],
    calls: ["product-catalog"],
    schema: "shopping",
    resources: RESOURCES,
    scaling: upTo(4),
  },
  {
    // The entry point, which also pushes events to browsers: every replica must receive each event.
    id: "customer-experience",
    title: "Customer Experience",
    named: "EventBroadcaster",
    consumes: [],
    publishes: [],
    hears: ["order"],
    calls: ["shopping", "orders", "customer-identity", "product-catalog"],
    publicPaths: ["/"],
    schema: "storefront",
    resources: RESOURCES,
    scaling: upTo(6),
  },
  {
    id: "fulfillment",
    title: "Fulfillment",
    consumes: [],
    publishes: ["order"],
    calls: [],
    schema: "fulfillment",
    resources: RESOURCES,
    scaling: upTo(3),
  },
  {
    id: "customer-identity",
    title: "Customer Identity",
    consumes: [],
    publishes: [],
    calls: [],
    schema: "customer_identity",
    resources: RESOURCES,
    scaling: upTo(3),
  },
  {
    id: "product-catalog",
    title: "Product Catalog",
    consumes: [],
    publishes: [],
    calls: [],
    schema: "product_catalog",
    resources: RESOURCES,
    scaling: upTo(4),
  },
];

/** True for a context that connects to RabbitMQ. */
export function usesBroker({ consumes, publishes, hears = [] }: BoundedContext): boolean {
  return consumes.length + publishes.length + hears.length > 0;
}

/** Contexts that connect to this one over HTTP. */
export function callersOf({ id }: BoundedContext): readonly BoundedContext[] {
  return BOUNDED_CONTEXTS.filter(({ calls }) => calls.includes(id));
}

/** @throws Error for an id that is not there, which no typed caller can give */
export function contextNamed(id: ContextId): BoundedContext {
  const found = BOUNDED_CONTEXTS.find((context) => context.id === id);
  if (found === undefined) throw new Error(`"${id}" is no bounded context`);
  return found;
}
