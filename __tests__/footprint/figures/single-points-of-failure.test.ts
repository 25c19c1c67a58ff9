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

describe("one thing counts once", () => {
  const program = (name: string, parts: Parameters<typeof workload>[3] = {}) =>
    workload(name, [1, 1, 1], [], { id: name, ...parts });
  const keeps = (name: string, engine: string) =>
    redis({
      id: `${name}-data`,
      name: `${name}-data`,
      engine,
      copies: 1,
      survivesNodeLoss: false,
      usedBy: [name],
    });
  const of = (engine: string, ...members: ReturnType<typeof program>[]) =>
    reasons({ workloads: members, stores: members.map(({ name }) => keeps(name, engine)) });

  test("a program and the data that it alone keeps", () => {
    expect(of("postgres 16", program("db")).found).toEqual(["workload db: single replica (minReplicas 1)"]);
    const pair = {
      workloads: [workload("db", [2, 2, 2], [], { id: "db" })],
      stores: [keeps("db", "postgres 16")],
    };
    expect(reasons(pair).found).toEqual(["store db-data: single copy"]);
  });

  test("members that list each other are one thing with copies, as long as two make a majority", () => {
    const nodes = ["one", "two", "three"];
    const listed = (...names: string[]) =>
      names.map((name) => program(name, { peers: names.filter((other) => other !== name) }));
    expect(of("opensearch 2.11.0", ...listed(...nodes)).found).toEqual([]);
    expect(of("kafka", ...listed("one", "two")).found).toEqual([
      "workload one: one of 2 members: no majority without it",
      "workload two: one of 2 members: no majority without it",
    ]);
  });

  test("a primary and what copies it are one thing, which stops writing with the primary", () => {
    const replicas = ["replica-1", "replica-2"].map((name) => program(name, { needs: ["db"] }));
    expect(of("postgres 16", program("db"), ...replicas).found).toEqual([
      "workload db: primary with 2 copies and no failover: writes stop with it",
    ]);
  });

  test("another engine, a plain volume and a program that keeps nothing form no cluster", () => {
    const other = { workloads: [program("db"), program("cache", { needs: ["db"] })] };
    expect(
      reasons({ ...other, stores: [keeps("db", "postgres 16"), keeps("cache", "redis 7")] }).found,
    ).toHaveLength(2);
    expect(
      of("volume", program("files"), program("more", { needs: ["files"], peers: ["files"] })).found,
    ).toHaveLength(2);
    expect(reasons(other).found).toHaveLength(2);
  });
});
