import { deployed } from "../../../footprint/figures/deployed";
import { container, footprint, workload } from "../../helpers/footprints";

test("the workload that reserves most comes first, then by name", () => {
  const of = (cpu: number, memory: number) => [container("main", [cpu, cpu], [memory, memory])];
  const workloads = [
    workload("b", [1, 2, 3], of(100, 64), { id: "first by id" }),
    workload("a", [1, 2, 3], of(100, 64)),
    workload("more memory", [2, 2, 2], of(100, 128)),
    workload("more pods", [1, 3, 3], of(100, 64)),
    workload("unknown", undefined, of(900, 900)),
  ];
  expect(deployed(footprint({ workloads })).map(({ name }) => name)).toEqual([
    "more pods",
    "more memory",
    "a",
    "b",
    "unknown",
  ]);
});
