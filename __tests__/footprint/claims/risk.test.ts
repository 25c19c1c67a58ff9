import { evaluationOf } from "../../../footprint/claims/evaluation";
import { atOnce, lossOf, pagesAbout, perPod } from "../../../footprint/claims/risk";
import { rollBackPauses, rollBackTerm } from "../../../footprint/claims/roll-back";
import { footprint, partnerA, partnerB, ROLLING, workload } from "../../helpers/footprints";
import { claim } from "./claim";

const nothing = () => evaluationOf(claim(), { footprints: new Map(), reviews: [], review: "001" });
const BACK = { workload: "frontend3-partner", at: "max" } as const;

test("workers and connections, of all pods and of one", () => {
  expect(atOnce(partnerB(), { measure: "phpWorkers", at: "max" }).formula).toBe(
    "64 (PHP workers of all pods)",
  );
  expect(atOnce(partnerA(), { measure: "openConnections", at: "max" }).formula).toBe(
    "800 (upstream connections)",
  );
  expect(perPod(partnerB(), { measure: "workersPerPod", workload: "frontend3-partner" }).formula).toBe(
    "8 (workers per pod)",
  );
});

test.each<[string, () => unknown, string]>([
  [
    "an option without a pool",
    () => atOnce(partnerA(), { measure: "phpWorkers", at: "min" }),
    "the PHP workers of all pods of partner-a",
  ],
  [
    "a workload without a cap",
    () => perPod(partnerB(), { measure: "connectionsPerPod", workload: "fuji" }),
    "the connections per pod of fuji in the stack of partner-b",
  ],
  [
    "a workload that is not there",
    () => rollBackTerm(partnerA(), BACK, nothing()),
    "maximum rollback time of frontend3-partner in partner-a",
  ],
  [
    "a way back that is not bounded",
    () => {
      const replacement = { ...ROLLING, gaps: ["open"] };
      return rollBackTerm(
        footprint({ workloads: [workload("frontend3-partner", [1, 1, 1], [], { replacement })] }),
        BACK,
        nothing(),
      );
    },
    "maximum rollback time of frontend3-partner in test",
  ],
  [
    "a workload that nobody rolls out",
    () => rollBackPauses(partnerA(), BACK, nothing()),
    "how frontend3-partner is rolled out in partner-a",
  ],
  [
    "a thing that is not there",
    () => lossOf(partnerB(), { measure: "stops", thing: "redis" }),
    "redis in the stack of partner-b",
  ],
  [
    "undetermined callers",
    () => lossOf(footprint({ workloads: [workload("a", [1, 1, 1], [])] }), { measure: "stops", thing: "a" }),
    "dependencies of a in the stack of test",
  ],
])("lacks %s", (_, compute, missing) => {
  expect(compute).toThrow(expect.objectContaining({ name: "Missing", message: missing }));
});

test("what stops, the ways in that are lost, and who pages about what", () => {
  expect(lossOf(partnerB(), { measure: "stops", thing: "fuji" })).toEqual(["fuji", "frontend3-partner"]);
  expect(lossOf(partnerB(), { measure: "entryPointsLost", thing: "fuji" })).toHaveLength(1);
  expect(pagesAbout(partnerA(), "REDIS")).toEqual(["Redis is unreachable"]);
});
