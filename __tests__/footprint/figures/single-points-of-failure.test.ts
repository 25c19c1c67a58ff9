import { singlePointsOfFailure } from "../../../footprint/figures/single-points-of-failure";
import { footprint, partnerA, partnerB, redis, topic, workload } from "../../helpers/footprints";

const reasons = (parts: Parameters<typeof footprint>[0]) => {
  const { found, notAssessed } = singlePointsOfFailure(footprint(parts));
  return {
    found: found.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`),
    notAssessed: notAssessed.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`),
  };
};

test("partner-a has its single Redis, partner-b has none", () => {
  expect(singlePointsOfFailure(partnerA()).found).toEqual([
    { kind: "store", name: "partner-cache", reason: "single copy" },
  ]);
  expect(singlePointsOfFailure(partnerB())).toEqual({ found: [], notAssessed: [] });
});

test("workloads that may run fewer than two pods, but not jobs", () => {
  expect(
    reasons({
      workloads: [
        workload("one", [1, 3, 9], []),
        workload("none", [0, 1, 1], []),
        workload("two", [2, 2, 2], []),
        workload("nightly", [1, 1, 1], [], { kind: "CronJob" }),
        workload("agent", undefined, [], { kind: "DaemonSet" }),
      ],
    }),
  ).toEqual({
    found: [
      "workload none: can scale to zero (minReplicas 0)",
      "workload one: single replica (minReplicas 1)",
    ],
    notAssessed: ["workload agent: replicas unresolved"],
  });
});

test("stores", () => {
  expect(
    reasons({
      stores: [
        redis({ name: "pair", copies: 2, survivesNodeLoss: true }),
        redis({ name: "pair without failover", copies: 2, survivesNodeLoss: false }),
        redis({ name: "managed", copies: undefined, survivesNodeLoss: true }),
        redis({ name: "unclear", copies: undefined, survivesNodeLoss: undefined }),
      ],
    }),
  ).toEqual({
    found: ["store pair without failover: unavailable if its node fails"],
    notAssessed: ["store unclear: copies unresolved"],
  });
});

test("machines that the document says what they run", () => {
  const machine = (name: string, count?: number) => ({
    id: `vm.${name}`,
    name,
    ...(count === undefined ? {} : { count: { min: count, steady: count, max: count } }),
  });
  const on = (name: string) => workload(`app-${name}`, [2, 2, 2], [], { id: `vm.${name}: container app` });
  expect(
    reasons({
      nodes: [machine("one", 1), machine("two", 2), machine("many"), machine("of a cluster", 1)],
      workloads: [on("one"), on("two"), on("many")],
    }),
  ).toEqual({
    found: ["machine one: single machine"],
    notAssessed: ["machine many: count unresolved"],
  });
});

test("queues", () => {
  const queue = (name: string, durable?: boolean) => ({ id: name, name, durable });
  expect(reasons({ queues: [queue("kept", true), queue("lost", false), queue("unclear")] })).toEqual({
    found: ["queue lost: not durable: lost on broker restart"],
    notAssessed: ["queue unclear: durability unresolved"],
  });
});

test("topics", () => {
  expect(
    reasons({
      topics: [
        topic("alone", 1, { replicationFactor: 1, minInsyncReplicas: 1 }),
        topic("strict", 1, { replicationFactor: 3, minInsyncReplicas: 3 }),
        topic("sound", 1, { replicationFactor: 3, minInsyncReplicas: 2 }),
        topic("by broker default", 1, { replicationFactor: 3, minInsyncReplicas: undefined }),
        topic("unclear", 1, { replicationFactor: undefined }),
      ],
    }),
  ).toEqual({
    found: [
      "topic alone: single replica (replicationFactor 1)",
      "topic strict: 3 of 3 replicas in sync: the failure of one broker stops writes",
    ],
    notAssessed: ["topic unclear: replication unresolved"],
  });
});
