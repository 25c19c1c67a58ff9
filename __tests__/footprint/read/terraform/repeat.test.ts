import { deployment, read } from "../fixtures";

// Found by fuzzing: String() of such an object throws.
test("a list to repeat for may hold anything, also an object with a `toString` that is no function", () => {
  const footprint = read({
    kubernetes_deployment_v1: { A: { ...deployment("api", []), for_each: [{ toString: false }, "b"] } },
  });
  expect(footprint.workloads.map(({ replicas }) => replicas)).toEqual([{ min: 2, steady: 2, max: 2 }]);
});
