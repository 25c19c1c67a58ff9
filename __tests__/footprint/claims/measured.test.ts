import type { Measured } from "../../../config/model";
import { requiredOptions } from "../../../footprint/claims";
import {
  container,
  edge,
  footprint,
  image,
  partnerA,
  partnerB,
  partnerC,
  redis,
  topic,
  workload,
} from "../../helpers/footprints";
import { claim, verify } from "./claim";

const DAY_MS = 86_400_000;

/** Value and formula of a measure over footprints. */
function measured(compute: Measured, of = partnerA(), claimed: Parameters<typeof verify>[0]["claimed"] = 0) {
  const { computed, how, missing } = verify({ compute, claimed, unit: "u" }, of);
  return missing ?? [computed, how];
}

function names(
  measure: "workloads" | "containers" | "stores" | "supplyChains" | "builtImages",
  of = partnerA(),
) {
  return verify({ compute: { measure, option: of.id }, claimed: [] }, of);
}

test("pods and sums list the share of each workload", () => {
  const steady = { option: "partner-a", at: "steady" } as const;
  expect(measured({ measure: "pods", ...steady })).toEqual([5, "3 travel-api + 2 fuji = 5 u"]);
  expect(measured({ measure: "cpuCores.request", ...steady })).toEqual([1.2, "3 x 300m + 2 x 150m = 1.2 u"]);
  expect(measured({ measure: "memoryGiB.limit", ...steady })).toEqual([
    2.625,
    "3 x 640Mi + 2 x 384Mi = 2.625 u",
  ]);
});

test("a container can be left out of a sum", () => {
  const except = { workload: "fuji", container: "otel-collector" };
  const compute = { measure: "cpuCores.limit", option: "partner-a", at: "steady", except } as const;
  expect(measured(compute)).toEqual([4.6, "3 x 1200m + 2 x 500m = 4.6 u"]);
});

test("replicas and a memory limit are read off one workload", () => {
  const pods = { measure: "replicas", option: "partner-a", workload: "travel-api", at: "max" } as const;
  expect(measured(pods)).toEqual([15, "15 pods of travel-api = 15 u"]);
  const limit = {
    measure: "memoryLimitMi",
    option: "partner-b",
    workload: "frontend3-partner",
    container: "frontend3",
  };
  expect(measured(limit as Measured, partnerB())).toEqual([512, "512Mi = 512 u"]);
});

test("lists name what there is, each once and sorted", () => {
  expect(names("containers").computed).toEqual(["fuji", "otel-collector", "travel-api"]);
  expect(names("supplyChains").computed).toEqual([".NET 8", "OpenTelemetry Collector"]);
  expect(names("stores", partnerB())).toMatchObject({ computed: [], how: "in the stack of partner-b: none" });
});

test("an image that is built on a base is built by the team, any other is bought", () => {
  const built = { ...image("api:1", ["api"]), base: "php" };
  const of = footprint({ images: [built, image("redis:7", ["cache"])] });
  expect(names("builtImages", of).computed).toEqual(["api"]);
});

test("reached services come from the egress rules of the workload", () => {
  const of = footprint({
    edges: [
      edge("api", "namespace 12go, app=frontend3"),
      edge("api", "fuji"),
      edge("other", "frontend3"),
      edge("api", "frontend3", "80", { direction: "ingress" }),
    ],
  });
  const compute = { measure: "reached", option: "test", from: "api", to: "frontend3" } as const;
  expect(measured(compute, of, [])).toEqual([
    ["namespace 12go, app=frontend3"],
    "in the stack of test: namespace 12go, app=frontend3",
  ]);
});

test("topics are counted, and their partitions, copies and retention added up", () => {
  const of = footprint({
    topics: [
      topic("a", 6, { retentionMs: 7 * DAY_MS }),
      topic("b", 3, { retentionMs: 3 * DAY_MS }),
      topic("c", 1),
    ],
  });
  const plain = (
    measure: "topics.count" | "topics.partitions" | "topics.replicas" | "topics.retentionDays",
  ) => measured({ measure, option: "test" }, of);
  expect(plain("topics.count")).toEqual([3, "count(a, b, c) = 3 u"]);
  expect(plain("topics.partitions")).toEqual([10, "6 + 3 + 1 = 10 u"]);
  expect(plain("topics.replicas")).toEqual([30, "6 x 3 + 3 x 3 + 1 x 3 = 30 u"]);
  expect(plain("topics.retentionDays")).toEqual([{ low: 3, high: 7 }, "a 7, b 3 = 3–7 u"]);
  expect(measured({ measure: "retentionDays", option: "test", topic: "b" }, of)).toEqual([
    3,
    "259200000 ms = 3 u",
  ]);
});

test("a cache's memory comes from its node type, and its copies from the store", () => {
  const plain = (measure: "cacheMemoryGiB" | "stores.copies", of = partnerC()) =>
    measured({ measure, option: of.id }, of);
  expect(plain("cacheMemoryGiB")).toEqual([0.5, "0.5 GiB (cache.t4g.micro) = 0.5 u"]);
  expect(plain("stores.copies")).toEqual([1, "1 of partner-cache = 1 u"]);
  expect(plain("cacheMemoryGiB", footprint({ stores: [redis({ size: "cache.x9.huge" })] }))).toBe(
    "the memory of cache.x9.huge",
  );
});

test("only a store that keeps its data is persistent", () => {
  const stores = [redis(), redis({ name: "db", survivesRestart: true })];
  const compute = { measure: "stores.persistent", option: "test" } as const;
  expect(measured(compute, footprint({ stores }), [])).toEqual([["db"], "in the stack of test: db"]);
});

test.each<[string, Measured, string]>([
  ["no such stack", { measure: "workloads", option: "critter-aks" }, "the stack of critter-aks"],
  [
    "no such workload",
    { measure: "replicas", option: "test", workload: "x", at: "min" },
    "the workload x in the stack of test",
  ],
  [
    "replicas unresolved",
    { measure: "replicas", option: "test", workload: "api", at: "min" },
    "how many pods of api run in test",
  ],
  [
    "a sum that is a lower bound",
    { measure: "pods", option: "test", at: "steady" },
    "pods of test: not every workload sets it",
  ],
  [
    "no memory limit",
    { measure: "memoryLimitMi", option: "test", workload: "api", container: "free" },
    "the memory limit of free in api",
  ],
  [
    "an unrecognized family",
    { measure: "supplyChains", option: "test" },
    "the runtime family of the image api:1",
  ],
  ["partitions unresolved", { measure: "topics.partitions", option: "test" }, "partitions of the topic t"],
  [
    "no retention at all",
    { measure: "topics.retentionDays", option: "test" },
    "a topic with a retention in the stack of test",
  ],
  [
    "no such topic",
    { measure: "retentionDays", option: "test", topic: "x" },
    "the topic x in the stack of test",
  ],
  [
    "durability undetermined",
    { measure: "stores.persistent", option: "test" },
    "whether partner-cache of test keeps its data",
  ],
  ["copies undetermined", { measure: "stores.copies", option: "test" }, "the nodes of partner-cache in test"],
])("%s: unsupported, never 0", (_, compute, missing) => {
  const free = { name: "free", requests: {}, limits: {} };
  const of = footprint({
    workloads: [workload("api", undefined, [container("api", [100, 200], [64, 128]), free])],
    images: [image("api:1", ["api"])],
    topics: [{ id: "t", name: "t" }],
    stores: [redis({ survivesRestart: undefined, copies: undefined })],
  });
  expect(verify({ compute }, of)).toMatchObject({ verdict: "unsupported", missing });
});

test("what is billed is counted by its SKU, and a quantity that the document lacks is missing", () => {
  const charge = (sku: string, quantity?: number) => ({
    id: sku,
    name: sku,
    provider: "azure" as const,
    sku,
    unit: "hour",
    quantity,
    byUse: false,
  });
  const of = footprint({
    charges: [charge("db/a", 2), charge("db/b", 3), charge("db/a", 1), charge("disk")],
  });
  const billed = (sku: string) => measured({ measure: "billedQuantity", option: "test", sku }, of);
  expect(billed("db/a")).toEqual([3, "2 (db/a) + 1 (db/a) = 3 u"]);
  expect(billed("disk")).toBe("how much of disk is billed in test");
  expect(billed("none")).toBe("how much of none is billed in test");
});

test("the options that claims are computed from are known beforehand", () => {
  const compute = {
    sum: [{ count: { measure: "stores", option: "b" } }, { prices: "001", option: "c" }],
  } as const;
  const readings = [{ reading: "also", compute: { measure: "topics.count", option: "a" } as const }];
  expect(requiredOptions([claim({ compute, readings })], [])).toEqual(["a", "b"]);
});
