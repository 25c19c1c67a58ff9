import type { Measured } from "../../../../config/model";
import type { Point } from "../../../figures";
import { type Field, into, object, oneOf, optional, required, type Shape, text } from "../../shape";
import { OF, optionOf } from "./looked";
import type { Kind, Typed } from "./typed";

/** A measure: what it comes to, and what it needs beside the option. */
interface Declared {
  readonly kind: Kind;
  readonly fields?: Readonly<Record<string, Field<unknown>>>;
}

const POINTS: readonly Point[] = ["min", "steady", "max"];
const workload = required(text("the name of a workload"), "Name of the workload.");
const at = optional(oneOf("the operating point", POINTS), "Operating point. Default: steady.");
const except = optional(
  object("what is left out", {
    workload,
    container: required(text("the name of a container"), "Name of the container."),
  }),
  "Leaves one container of one workload out of the sum.",
);

const OVER_PODS: Declared = { kind: "amount", fields: { at, except } };
const AT_ONCE: Declared = { kind: "amount", fields: { at } };
const PER_POD: Declared = { kind: "amount", fields: { workload } };
const OF_WORKLOAD: Declared = { kind: "amount", fields: { workload, at } };
const LOST: Declared = {
  kind: "list",
  fields: { thing: required(text("a name"), "Workload, store or machine that fails.") },
};
const AMOUNT: Declared = { kind: "amount" };
const LIST: Declared = { kind: "list" };

/** Every measure by its name. The type has a line for each that there is. */
const MEASURES: Readonly<Record<Measured["measure"], Declared>> = {
  pods: OVER_PODS,
  "cpuCores.request": OVER_PODS,
  "cpuCores.limit": OVER_PODS,
  "memoryGiB.request": OVER_PODS,
  "memoryGiB.limit": OVER_PODS,
  replicas: OF_WORKLOAD,
  memoryLimitMi: {
    kind: "amount",
    fields: { workload, container: required(text("the name of a container"), "Name of the container.") },
  },
  retentionDays: {
    kind: "amount",
    fields: { topic: required(text("the name of a topic"), "Name of the topic.") },
  },
  reached: {
    kind: "list",
    fields: {
      from: required(text("the name of a workload"), "Workload from which connections are allowed."),
      to: required(text("a part of a name"), "Only those whose name contains this text."),
    },
  },
  phpWorkers: AT_ONCE,
  openConnections: AT_ONCE,
  workersPerPod: PER_POD,
  connectionsPerPod: PER_POD,
  rollBackSeconds: OF_WORKLOAD,
  rollBackPauseSeconds: OF_WORKLOAD,
  stops: LOST,
  entryPointsLost: LOST,
  pagesAbout: { kind: "list", fields: { text: required(text("a text"), "Text in the name or condition.") } },
  workloads: LIST,
  containers: LIST,
  supplyChains: LIST,
  builtImages: LIST,
  "topics.count": AMOUNT,
  "topics.partitions": AMOUNT,
  "topics.replicas": AMOUNT,
  "topics.retentionDays": AMOUNT,
  pages: LIST,
  entryPoints: LIST,
  singlePoints: LIST,
  singleMachines: LIST,
  nodes: LIST,
  stores: LIST,
  "stores.persistent": LIST,
  "stores.copies": AMOUNT,
  cacheMemoryGiB: AMOUNT,
  billedQuantity: { kind: "amount", fields: { sku: required(text("a SKU"), "SKU that is billed.") } },
  listCostUsdPerMonth: {
    kind: "amount",
    fields: {
      at,
      sku: optional(text("the beginning of a SKU"), "Only SKUs that begin with this. Default: all."),
    },
  },
};

/** Names of the measures that one declaration is shared by. */
const GROUPS = [...new Set(Object.values(MEASURES))].map((declared) => {
  const names = Object.entries(MEASURES).flatMap(([name, each]) => (each === declared ? [name] : []));
  const shape = object("a measure", {
    measure: required(oneOf("a measure", names), "What is read off the option."),
    ...OF,
    ...declared.fields,
  });
  return { names, declared, shape };
});
const ALL = Object.keys(MEASURES);

/** What is read off the footprint of an option. */
export const measureShape: Shape<Typed> = {
  read(place, context) {
    const name = place.member("measure")?.oneOf("a measure", ALL);
    const group = GROUPS.find(({ names }) => name !== undefined && names.includes(name)) ?? GROUPS[0];
    if (group === undefined) throw new Error("there are no measures");
    const made = into(group.shape, ({ of, option, ...rest }, at) => ({
      ...("at" in (group.declared.fields ?? {}) ? { at: "steady" } : {}),
      ...rest,
      option: optionOf({ of, option }, at, context),
    }));
    return { kind: group.declared.kind, compute: made.read(place, context) as unknown as Measured };
  },
  schema: { anyOf: GROUPS.map(({ shape }) => shape.schema) },
};
