import type { PricedThing, ReviewPrice } from "../config/prices";
import type { ComparedOption } from "./compare";
import type { ListLine } from "./figures";
import { runsOnOwnNodes } from "./figures/packing";

/** The estimate from the review and the cost at list prices of one option, line against line. */
export interface Reconciliation {
  readonly option: string;
  /** In the order of the review, then what list prices alone have. */
  readonly rows: readonly ReconciledRow[];
  /** Sum of the rows; absent where the review or the list has no prices. */
  readonly total?: { readonly review: Range; readonly list: number; readonly difference: Range };
  /** Who pays for what is shared, and what one of the two leaves out. */
  readonly notes: readonly string[];
}

/** What pays for one kind of thing. */
export interface ReconciledRow {
  /** `compute`, `store redis`, `control plane`, ... */
  readonly what: string;
  /** Absent where the review has no line for it. */
  readonly review?: Range & { readonly lines: readonly string[] };
  /** USD/month at the operating point of the comparison; absent where nothing of it has a list price. */
  readonly list?: { readonly usd: number; readonly lines: readonly string[] };
  /** What of it is deployed and has no list price. */
  readonly notPriced: readonly string[];
  /** List less estimate, from `low` to `high`; absent where one of them is. */
  readonly difference?: Range;
  readonly only?: "review" | "list";
}

/** USD/month. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The two price sources of an option beside each other. Amounts are summed in cents. */
export function reconcile(option: ComparedOption, at: "min" | "steady" | "max" = "steady"): Reconciliation {
  const { cost, listCost } = option.measures;
  const review = cost?.lines ?? [];
  const isTotalAlone = review.some(({ thing }) => thing.kind === "all");
  const groupOfList = (line: ListLine) => (isTotalAlone ? ALL : groupOfLine(line, option));
  const groupOfReview = (line: ReviewPrice) => (isTotalAlone ? ALL : groupOfThing(line.thing, line.item));
  const unpriced = listCost.unpriced.map((each) => ({
    ...each,
    group: isTotalAlone ? ALL : groupOfUnpriced(each.name, option),
  }));
  const groups = [
    ...new Set([
      ...review.map(groupOfReview),
      ...listCost.lines.map(groupOfList),
      ...unpriced.map(({ group }) => group),
    ]),
  ];
  const rows = groups.map((what): ReconciledRow => {
    const own = review.filter((line) => groupOfReview(line) === what);
    const listed = listCost.lines.filter((line) => groupOfList(line) === what);
    const estimate = {
      low: sum(own.map(({ low }) => low)),
      high: sum(own.map(({ high }) => high)),
      lines: own.map(({ item }) => item),
    };
    const usd = sum(listed.map((line) => line.usd[at]));
    return {
      what,
      ...(own.length === 0 ? {} : { review: estimate }),
      ...(listed.length === 0
        ? {}
        : { list: { usd, lines: [...new Set(listed.map(({ thing, price }) => `${thing}: ${price.sku}`))] } }),
      notPriced: unpriced.filter(({ group }) => group === what).map(({ name, why }) => `${name}: ${why}`),
      ...(own.length === 0 || listed.length === 0 ? {} : { difference: apart(usd, estimate) }),
      ...(own.length === 0 && listed.length > 0 ? { only: "list" as const } : {}),
      ...(own.length > 0 && listed.length === 0 ? { only: "review" as const } : {}),
    };
  });
  return {
    option: option.id,
    rows,
    ...(cost === undefined || listCost.lines.length === 0
      ? {}
      : {
          total: {
            review: { low: cost.low, high: cost.high },
            list: listCost[at],
            difference: apart(listCost[at], cost),
          },
        }),
    notes: notesOf(option, rows),
  };
}

const ALL = "everything (the review gives a total alone)";
const COMPUTE = "compute";
const CONTROL_PLANE = "control plane";
const MONITORING = "monitoring and alerting";
const BALANCERS = "load balancers";

/** What a line is for, by the words that reviews and price lists use; the first that fits. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?:eks|aks|gke)\/(?:cluster|standard|premium|uptime)|control.?plane|cluster management/i, CONTROL_PLANE],
  [
    /monitor|alert|observab|logging|log-|logs|cloudwatch|datadog|pagerduty|coralogix|grafana|opsgenie/i,
    MONITORING,
  ],
  [/elb\/|balanc|forwarding-rule|application-gateway|\balb\b|\bnlb\b|ingress/i, BALANCERS],
  [/\bnat\b|nat-gateway|public-ip|egress|transfer|bandwidth|\bdns\b|route53|\bcdn\b|cloudfront/i, "network"],
  [/secret|key.?vault|kms/i, "secrets and keys"],
  [/disk|ebs|volume/i, "disks"],
  [/registry|ecr\b|images/i, "images"],
];

function groupOfThing(thing: PricedThing, item: string): string {
  switch (thing.kind) {
    case "workload":
    case "nodes":
      return COMPUTE;
    case "store":
      return `store ${family(thing.engine)}`;
    case "service":
      return wordsOf(`${thing.name} ${item}`) ?? `service ${thing.name}`;
    default:
      return thing.kind;
  }
}

function groupOfLine({ kind, thing, price }: ListLine, { footprint }: ComparedOption): string {
  if (kind === "workload" || kind === "nodes") return COMPUTE;
  const words = wordsOf(`${price.provider} ${price.sku}`);
  const store = footprint.stores.find(({ name, id }) => name === thing || id === thing);
  if (store !== undefined || kind === "store") return `store ${family(store?.engine ?? thing)}`;
  const managed = footprint.workloads.some(({ name, id }) => name === thing || id === thing);
  return managed ? COMPUTE : (words ?? "other");
}

/** Named as the footprint names it: a workload, a store, `topics`, or an address. */
function groupOfUnpriced(name: string, { footprint }: ComparedOption): string {
  if (name === "topics" || name === "queues") return name;
  const store = footprint.stores.find((each) => each.name === name || each.id === name);
  if (store !== undefined) return `store ${family(store.engine)}`;
  const isCompute =
    footprint.workloads.some((each) => each.name === name || each.id === name) ||
    footprint.unknowns.some(({ id, what }) => id === name && (what === "workloads" || what === "resources"));
  if (isCompute) return COMPUTE;
  if (/^(?:Ingress|LoadBalancer|HTTPRoute|GRPCRoute|TLSRoute|TCPRoute)\//.test(name)) return BALANCERS;
  return wordsOf(name) ?? "other";
}

function wordsOf(text: string): string | undefined {
  return WORDS.find(([words]) => words.test(text))?.[1];
}

function notesOf({ footprint, measures }: ComparedOption, rows: readonly ReconciledRow[]): string[] {
  const { cost, listCost } = measures;
  const row = (what: string) => rows.find((each) => each.what === what);
  const shared = footprint.workloads.filter(
    (workload) => workload.managed !== true && !runsOnOwnNodes(workload, footprint),
  );
  const owns = footprint.nodes.some(({ runsPods }) => runsPods === true);
  const { names } = listCost.environments;
  return [
    shared.length === 0
      ? []
      : "shared cluster: the option pays for its share of requests; whoever owns the cluster pays for its nodes beyond that, its control plane and its own monitoring",
    owns ? "own cluster: the option pays for whole nodes, idle capacity included" : [],
    owns && row(CONTROL_PLANE)?.list === undefined
      ? "control plane: the option's own, and no list price of it is in the sum"
      : [],
    owns &&
    row(CONTROL_PLANE)?.list !== undefined &&
    cost !== undefined &&
    row(CONTROL_PLANE)?.review === undefined
      ? "control plane: the option's own; list prices have it, the review has no line for it"
      : [],
    row(MONITORING)?.only === "review"
      ? "monitoring: in the review alone; list prices have none, so a vendor's subscription comes on top"
      : [],
    row(MONITORING) === undefined ? "monitoring: in neither of the two" : [],
    row(MONITORING)?.only === "list" ? "monitoring: at list prices alone; the review has no line for it" : [],
    names.length > 1 ? `environments: list prices are for ${names.join(" and ")} together` : [],
    cost === undefined ? "the review has no prices for this option" : [],
  ].flat();
}

function apart(usd: number, { low, high }: Range): Range {
  return { low: cents(usd - high), high: cents(usd - low) };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

function family(engine: string): string {
  return engine.toLowerCase().split(" ")[0] ?? engine;
}
