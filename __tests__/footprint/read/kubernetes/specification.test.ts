import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compute } from "../../../../footprint/figures/compute";
import { objectsToFootprint } from "../../../../footprint/read/to-footprint";

/** Objects, and the sums that the specification of their kinds gives: computed by hand from its words, in cores and GiB. */
interface Case {
  readonly objects: readonly object[];
  readonly expected: Readonly<Record<string, number | boolean>>;
}

const CASES = Object.entries(
  JSON.parse(readFileSync(join(__dirname, "specification.json"), "utf8")) as Record<string, Case>,
);

it.each(CASES)("%s is counted as specified", (_, { objects, expected }) => {
  const { pods, cpuCores, memoryGiB } = compute(
    objectsToFootprint(objects.map((value) => ({ value, file: "a.yaml" }))),
  );
  const found: Readonly<Record<string, unknown>> = {
    podsMin: pods.min,
    podsSteady: pods.steady,
    podsMax: pods.max,
    cpuSteady: cpuCores.request.steady,
    cpuMax: cpuCores.request.max,
    cpuAtLeast: cpuCores.request.atLeast,
    memorySteady: memoryGiB.request.steady,
  };
  for (const [key, value] of Object.entries(expected))
    if (typeof value === "number") expect([key, found[key]]).toEqual([key, expect.closeTo(value, 6)]);
    else expect([key, found[key]]).toEqual([key, value]);
});
