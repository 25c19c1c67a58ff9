import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import type { ComputeMeasure } from "../../../model/measured";
import { A, B, C, section } from "./section";

/** The "Steady-state footprint" of each option: pods, CPU and memory, as requests and limits. */
export const STEADY_CLAIMS: readonly Claim[] = [
  ...section(`${A} > Container/Pod Specification`, [
    pods("a", 5, "3 travel-api + 2 fuji + sidecars"),
    amount("a", "cpuCores.request", 1.25, "~1.25 cores requested", 0.005),
    amount("a", "cpuCores.limit", 4.5, "~4.5 cores limit", 0.05),
    amount("a", "memoryGiB.request", 1.2, "~1.2 GiB requested", 0.05),
    amount("a", "memoryGiB.limit", 2.7, "~2.7 GiB limit", 0.05),
  ]),
  ...section(`${B} > Container/Pod Specification`, [
    pods("b", 4, "2 partner pods + 2 fuji pods"),
    amount("b", "cpuCores.request", 0.6, "~0.6 cores requested", 0.05),
    amount("b", "cpuCores.limit", 2.6, "~2.6 cores limit", 0.05),
    amount("b", "memoryGiB.request", 0.77, "~0.77 GiB requested", 0.005),
    amount("b", "memoryGiB.limit", 1.5, "~1.5 GiB limit", 0.05),
    smallest("cpuCores.request"),
    smallest("memoryGiB.request"),
  ]),
  ...section(`${C} > Container/Pod Specification`, [
    pods("c", 5, "3 gateway + 2 fuji + sidecars"),
    amount("c", "cpuCores.request", 1, "~1.0 cores requested", 0.05),
    amount("c", "cpuCores.limit", 3.8, "~3.8 cores limit", 0.05),
    amount("c", "memoryGiB.request", 1, "~1.0 GiB requested", 0.05),
    amount("c", "memoryGiB.limit", 2.2, "~2.2 GiB limit", 0.05),
  ]),
];

type Letter = "a" | "b" | "c";

function pods(letter: Letter, claimed: number, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  const compute = { measure: "pods", option, at: "steady" } as const;
  return { id: `pods-${letter}`, option, claimed, unit: "pods", words, compute };
}

/** The stacks have the collector in every pod, "1 per pod"; the review's sums seem to leave Fuji's out. */
function amount(
  letter: Letter,
  measure: ComputeMeasure,
  claimed: number,
  words: string,
  tolerance: number,
): ClaimDraft {
  const option = `partner-${letter}`;
  const compute = { measure, option, at: "steady" } as const;
  const except = { workload: "fuji", container: "otel-collector" };
  return {
    id: `${idOf(measure)}-${letter}`,
    option,
    claimed,
    unit: measure.startsWith("cpu") ? "cores" : "GiB",
    tolerance,
    words,
    compute,
    readings:
      letter === "b"
        ? undefined
        : [{ reading: "with the collector on the main pods only", compute: { ...compute, except } }],
  };
}

function smallest(measure: ComputeMeasure): ClaimDraft {
  const least: Record<string, Computation> = {};
  for (const option of ["partner-a", "partner-b", "partner-c"]) {
    least[option] = { measure, option, at: "steady" };
  }
  return {
    id: `smallest-${idOf(measure)}`,
    option: "partner-b",
    claimed: ["partner-b"],
    unit: "option with the lowest requests",
    words: "**smallest footprint** of all three options",
    compute: { least },
  };
}

/** `cpuCores.request` in an id: `cpu-request`. */
function idOf(measure: ComputeMeasure): string {
  return measure.replace(/Cores|GiB/, "").replace(".", "-");
}
