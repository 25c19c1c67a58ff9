import { renderJson } from "../../../footprint/render/json";
import { container, footprint, partnerA, partnerB, partnerC, workload } from "../../helpers/footprints";
import { compareBuiltIn as compare } from "../../helpers/reviews";

const text = renderJson(compare([partnerA(), partnerB(), partnerC()]));

test("keeps the contract", () => {
  const parsed = JSON.parse(text);
  expect(parsed).toMatchObject({ schemaVersion: 1, baseline: "partner-b", at: "steady" });
  expect(parsed.options[0]).toMatchObject({
    id: "partner-a",
    title: "Partner API: trimmed .NET",
    review: "001",
    pods: { min: 4, steady: 5, max: 19 },
    cpuCores: { request: { min: 0.9, steady: 1.2, max: 5.1 }, limit: { min: 3.8, steady: 5, max: 20.8 } },
    memoryGiB: {
      request: { min: 1, steady: 1.3125, max: 5.4375 },
      limit: { min: 2, steady: 2.625, max: 10.875 },
    },
    topics: { count: 5, partitions: 19, replicas: 57 },
    costUsdPerMonth: { book: "review", low: 370, high: 810, unpriced: [] },
    singlePointsOfFailure: [{ kind: "store", name: "partner-cache", reason: "single copy" }],
    unknowns: [],
    atLeast: ["listCostUsdPerMonth"],
  });
});

test("spans hold three numbers and nothing else", () => {
  expect(Object.keys(JSON.parse(text).options[0].pods)).toEqual(["min", "steady", "max"]);
});

test("members stand in the order of the contract", () => {
  expect(Object.keys(JSON.parse(text))).toEqual([
    "schemaVersion",
    "baseline",
    "at",
    "least",
    "options",
    "better",
    "best",
    "verdict",
  ]);
  expect(Object.keys(JSON.parse(text).options[0]).slice(0, 12)).toEqual([
    "id",
    "title",
    "review",
    "pods",
    "cpuCores",
    "memoryGiB",
    "topics",
    "costUsdPerMonth",
    "singlePointsOfFailure",
    "supplyChains",
    "pages",
    "unknowns",
  ]);
});

test("has capacity, blast radius and rollback beside the rest, and null for what an option does not have", () => {
  const [a, b] = JSON.parse(text).options;
  expect(a).toMatchObject({
    capacity: {
      phpWorkers: null,
      upstreamConnections: { min: 150, steady: 200, max: 800, budget: { connections: 1000 } },
      claimedRps: [{ workload: "travel-api", low: 200, high: 400, highAt: { max: 6000 } }],
    },
    blastRadius: {
      losses: expect.arrayContaining([expect.objectContaining({ name: "fuji" })]),
    },
    rollBack: [
      { workload: "fuji", seconds: { min: 190, steady: 190, max: 320, atLeast: false } },
      { workload: "travel-api", path: "kubectl rollout undo deployment/travel-api" },
    ],
  });
  expect(b.capacity).toEqual({
    phpWorkers: { min: 16, steady: 16, max: 64 },
    upstreamConnections: null,
    claimedRps: [],
  });
});

test("has the better direction and the best options of each figure; `least` has only figures where less is better", () => {
  const { best, better, least } = JSON.parse(text);
  expect(better).toMatchObject({ pods: "less", phpWorkers: "more" });
  expect(best).toMatchObject({ pods: ["partner-b"], rollBackSeconds: ["partner-b"], phpWorkers: [] });
  expect(least.pods).toEqual(best.pods);
  expect(least).not.toHaveProperty("phpWorkers");
});

test("is indented by two and ends its last line", () => {
  expect(text.startsWith('{\n  "schemaVersion": 1,\n')).toBe(true);
  expect(text.endsWith("\n}\n")).toBe(true);
});

test("names the numbers that are lower bounds, and has no cost without prices", () => {
  const agent = workload("agent", undefined, [container("agent", [50, 50], [64, 64])]);
  const foreign = footprint({
    id: "foreign",
    workloads: [agent],
    unknowns: [{ id: "agent", what: "replicas", why: "unresolved nodes" }],
    unread: { aws_foo: 2 },
  });
  expect(JSON.parse(renderJson(compare([foreign]))).options[0]).toMatchObject({
    pods: { min: 0, steady: 0, max: 0 },
    costUsdPerMonth: null,
    unknowns: [{ id: "agent", what: "replicas", why: "unresolved nodes" }],
    unread: { aws_foo: 2 },
    workloads: [{ name: "agent", replicas: null }],
    atLeast: [
      "pods",
      "cpuCores.request",
      "cpuCores.limit",
      "memoryGiB.request",
      "memoryGiB.limit",
      "stores",
      "topics.count",
      "topics.partitions",
      "topics.replicas",
      "singlePointsOfFailure",
      "stoppedBySinglePoint",
      "supplyChains",
      "pages",
    ],
  });
});
