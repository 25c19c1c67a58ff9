import { rollBacks, slowestRollBack } from "../../../footprint/figures/roll-back";
import type { Workload } from "../../../footprint/model";
import type { Replacement } from "../../../footprint/replacement";
import fc from "../../helpers/fast-check";
import { footprint, partnerB, ROLLING, workload } from "../../helpers/footprints";

const back = (replacement: Replacement, pods: number | undefined, kind: Workload["kind"] = "Deployment") => {
  const replicas = pods === undefined ? undefined : ([pods, pods, pods] as const);
  const [only] = rollBacks(footprint({ workloads: [workload("api", replicas, [], { kind, replacement })] }));
  if (only === undefined) throw new Error("nothing is rolled out");
  return only;
};
const seconds = (replacement: Replacement, pods: number) => back(replacement, pods).seconds.max;
const SWARM: Replacement = {
  by: "swarm",
  parallelism: 1,
  startFirst: true,
  delaySeconds: 0,
  monitorSeconds: 30,
  readySeconds: 65,
  graceSeconds: 30,
  gaps: [],
};

test("one pod after the other becomes ready, then the last old one ends", () => {
  expect(back(ROLLING, 3).seconds).toEqual({ min: 255, steady: 255, max: 255, atLeast: false });
  expect(back(ROLLING, 3)).toMatchObject({ path: "kubectl rollout undo deployment/api", gaps: [] });
});

test.each<[string, Replacement, number, number]>([
  [
    "a quarter more and a quarter fewer: 2 + 2 of 8",
    { ...ROLLING, maxSurge: "25%", maxUnavailable: "25%" },
    8,
    2 * 65 + 60,
  ],
  [
    "shares are rounded up and down: 1 + 0 of 3",
    { ...ROLLING, maxSurge: "25%", maxUnavailable: "25%" },
    3,
    3 * 65 + 60,
  ],
  ["0 and 0 let one be away", { ...ROLLING, maxSurge: "0", maxUnavailable: "0" }, 2, 2 * 65 + 60],
  ["a time to stay ready", { ...ROLLING, minReadySeconds: 10 }, 2, 2 * 75 + 60],
  ["all at once", { ...ROLLING, by: "recreate" }, 8, 65 + 60],
  ["in order, each ends before the next", { ...ROLLING, by: "ordered" }, 3, 3 * 125],
  ["an operator, in order", { ...ROLLING, by: "operator" }, 3, 3 * 125],
  ["a canary's pauses", { ...ROLLING, by: "canary", pauseSeconds: 900 }, 2, 900 + 2 * 65 + 60],
  ["a blue-green's other half", { ...ROLLING, by: "blueGreen", pauseSeconds: 30 }, 8, 65 + 30 + 60],
  ["a container made anew", { ...ROLLING, by: "container" }, 1, 65 + 60],
  ["Swarm starts first", SWARM, 2, 2 * 65 + 30],
  ["Swarm lets the last old task end", { ...SWARM, graceSeconds: 60 }, 1, 65 + 60],
  ["Swarm stops first", { ...SWARM, startFirst: false }, 2, 2 * (65 + 30) + 30],
  ["Swarm waits after each", { ...SWARM, delaySeconds: 10 }, 2, 2 * 75 + 30],
  ["Swarm watches for longer than it waits", { ...SWARM, delaySeconds: 40 }, 1, 105 + 41],
  ["Swarm, two at once", { ...SWARM, parallelism: 2 }, 5, 3 * 65 + 30],
  ["Swarm, all at once", { ...SWARM, parallelism: 0 }, 5, 65 + 30],
  ["no pod", ROLLING, 0, 0],
])("%s", (_, replacement, pods, expected) => {
  expect(seconds(replacement, pods)).toBe(expected);
});

test("what the document leaves open makes a lower bound, and is said", () => {
  const { maxSurge: _, ...unclear } = ROLLING;
  expect(back(unclear, 4)).toMatchObject({
    seconds: { max: 125, atLeast: true },
    gaps: ["maxSurge or maxUnavailable unresolved"],
  });
  expect(back({ ...ROLLING, by: "byHand" }, 2)).toMatchObject({
    seconds: { max: 250, atLeast: true },
    gaps: ["updateStrategy OnDelete: pods are replaced only when deleted"],
  });
  expect(back(ROLLING, undefined)).toMatchObject({
    seconds: { max: 0, atLeast: true },
    gaps: ["replica count unresolved"],
  });
});

test("during a canary, traffic goes back at once", () => {
  expect(back({ ...ROLLING, by: "canary" }, 2).canaryPath).toBe("kubectl argo rollouts abort api");
  const plain = partnerB();
  const split = [
    { service: "frontend3-partner", weightPercent: 95 },
    { service: "canary", weightPercent: 5 },
  ];
  const exposures = plain.exposures.map((each) => ({ ...each, hosts: ["api.example.com"], backends: split }));
  expect(
    rollBacks({ ...plain, exposures }).map(({ workload: name, canaryPath }) => [name, canaryPath]),
  ).toEqual([
    ["frontend3-partner", "weights of HTTPRoute api.example.com"],
    ["fuji", undefined],
  ]);
  expect(rollBacks(plain).map(({ canaryPath }) => canaryPath)).toEqual([undefined, undefined]);
});

test("the slowest counts, and jobs have no way back", () => {
  expect(slowestRollBack(rollBacks(partnerB()), "max")).toEqual({ value: 8 * 65 + 60, atLeast: false });
  expect(
    slowestRollBack(rollBacks(footprint({ workloads: [workload("nightly", [0, 0, 1], [])] })), "max"),
  ).toBeUndefined();
});

test("more pods never go back faster", () => {
  const by = fc.constantFrom<Replacement["by"]>(
    "rolling",
    "ordered",
    "recreate",
    "byHand",
    "canary",
    "blueGreen",
    "container",
  );
  fc.assert(
    fc.property(by, fc.nat(30), fc.nat(30), fc.nat(3), fc.nat(3), (how, few, more, surge, away) => {
      const replacement = { ...ROLLING, by: how, maxSurge: `${surge}`, maxUnavailable: `${away}` };
      expect(seconds(replacement, few + more)).toBeGreaterThanOrEqual(seconds(replacement, few));
    }),
  );
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.nat(30),
      fc.nat(4),
      fc.boolean(),
      fc.nat(60),
      (few, more, parallelism, startFirst, delaySeconds) => {
        const swarm = { ...SWARM, parallelism, startFirst, delaySeconds };
        expect(seconds(swarm, few + more)).toBeGreaterThanOrEqual(seconds(swarm, few));
      },
    ),
  );
});
