import { checkBudget } from "../../../footprint/budget";
import { compare } from "../../../footprint/compare";
import type { Footprint } from "../../../footprint/model";
import { objectsToFootprint } from "../../../footprint/read/to-footprint";
import { sensitivity } from "../../../footprint/sensitivity";
import { verdictOf } from "../../../footprint/verdict";
import { container, footprint, workload } from "../../helpers/footprints";

const CONTAINER = container("api", [1000, 1000], [1024, 1024]);
const scaled = (id: string, min: number, max: number, isGiven = false): Footprint =>
  footprint({
    id,
    workloads: [workload("api", [min, min, max], [CONTAINER])],
    ...(isGiven ? {} : { everydayUnknown: ["kubernetes_deployment_v1.api"] }),
  });
/** A container that requests nothing. */
const without = (name: string) => ({ name, requests: {}, limits: {} });
const fixed = (id: string, pods: number) => scaled(id, pods, pods, true);
const cpuOf = (...options: readonly Footprint[]) =>
  verdictOf(compare(options)).decisions[0]?.topics[0]?.rankings[0];

test.each([
  ["up to more than another runs", [scaled("a", 1, 20), fixed("b", 2)], "open"],
  ["up to less than another runs", [scaled("a", 1, 2), fixed("b", 3)], "sure"],
  ["as two others do", [scaled("a", 1, 10), scaled("b", 2, 20)], "open"],
  ["but as the review says", [scaled("a", 1, 20, true), fixed("b", 2)], "sure"],
] as const)("an everyday number that nobody gave, %s", (_, options, certainty) => {
  expect(cpuOf(...options)).toMatchObject({ certainty, leaders: ["a"] });
});

test("what nobody gave is neither lowest, nor a difference, nor within a budget, nor a sure order", () => {
  const comparison = compare([scaled("a", 1, 20), fixed("b", 2)]);
  expect(comparison.best["cpuCores.request"]).toEqual([]);
  expect(comparison.options[1]?.difference["cpuCores.request"]).toMatchObject({ bound: "atMost" });
  const limits = new Map([["cpuCores.request.steady", 5]]);
  expect(checkBudget(comparison, { all: limits, own: new Map() })).toMatchObject([
    { option: "a", value: 1, verdict: "notProven" },
    { option: "b", value: 2, verdict: "within" },
  ]);
  const [order] = sensitivity(comparison, { figures: ["cpuCores.request"] }).decisions[0]?.orders ?? [];
  expect(order).toMatchObject({
    leader: "a",
    order: "open",
    because: ["a: everyday replicas of api: not given, 1 to 20"],
    flips: [{ input: "replicas:api", to: 3, orderAfter: "sure" }],
  });
});

const read = (objects: readonly object[], usage: Readonly<Record<string, number>> = {}) =>
  objectsToFootprint(
    objects.map((value) => ({ value, file: "a.yaml" })),
    { usage },
  );

test("an autoscaler and a job have no everyday number; what is given has one", () => {
  const pod = { spec: { containers: [{ name: "c", image: "nginx:1.29" }] } };
  const api = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "api" },
    spec: { template: pod },
  };
  const job = { apiVersion: "batch/v1", kind: "Job", metadata: { name: "job" }, spec: { template: pod } };
  const hpa = {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "api" },
    spec: {
      minReplicas: 2,
      maxReplicas: 4,
      scaleTargetRef: { kind: "Deployment", name: "api", apiVersion: "apps/v1" },
    },
  };
  expect(read([api, hpa, job]).everydayUnknown).toEqual(["Deployment/default/api", "Job/default/job"]);
  expect(read([api])).not.toHaveProperty("everydayUnknown");
  expect(read([api, hpa], { api: 2 })).not.toHaveProperty("everydayUnknown");
});

test("what none of is resolved is in no order", () => {
  const bare = footprint({ id: "bare", workloads: [workload("api", [1, 1, 1], [without("api")])] });
  const { decisions } = sensitivity(compare([bare, fixed("b", 2), fixed("c", 3)]), {
    figures: ["cpuCores.request"],
  });
  expect(decisions[0]?.orders.map(({ leader, other }) => [leader, other])).toEqual([["b", "c"]]);
  expect(decisions[0]?.notCompared).toEqual([
    { figure: "cpuCores.request", label: "CPU requests", option: "bare" },
  ]);
});

test("no replicas are exactly nothing, and no single point of failure", () => {
  const off = footprint({ id: "off", workloads: [workload("old", [0, 0, 0], [without("old")])] });
  const { options } = compare([off, fixed("b", 2)]);
  const { compute, singlePointsOfFailure, listCost } = options[0]?.measures ?? {};
  expect(compute?.cpuCores.request).toEqual({ min: 0, steady: 0, max: 0, atLeast: false });
  expect(singlePointsOfFailure?.found).toEqual([]);
  expect(listCost).toMatchObject({ atLeast: false, lines: [] });
});

test("an option in which nothing can fail does not lead on failure", () => {
  const { topics } =
    verdictOf(compare([footprint({ id: "empty" }), fixed("a", 1), fixed("b", 2)])).decisions[0] ?? {};
  const failure = topics?.find(({ name }) => name === "failure")?.rankings[0];
  expect(failure).toMatchObject({ leaders: ["b"], without: ["empty"], unknown: [] });
});

test("a lower bound at the value of an exact one does not take its place, unless a type is not read", () => {
  const least = footprint({
    ...fixed("least", 2),
    id: "least",
    workloads: [...fixed("least", 2).workloads, workload("more", [1, 1, 1], [without("more")])],
  });
  expect(cpuOf(least, fixed("exact", 2))).toMatchObject({ certainty: "sure", leaders: ["exact"] });
  const hiding = { ...fixed("hiding", 2), unread: { aws_thing: 1 } };
  expect(cpuOf(hiding, fixed("exact", 2))).toMatchObject({ certainty: "open" });
});
