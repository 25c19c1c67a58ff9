import fc from "fast-check";

/** How many times as many cases as by default, where there is time: `TEST_RUNS=200`. */
export const MORE = Number(process.env["TEST_RUNS"] ?? 1);

/** So many generated cases by default; without it a property has 25. */
export function runs(cases: number): { readonly numRuns: number } {
  return { numRuns: cases * MORE };
}

// The same cases at every run: a red test must be red again. `FUZZ_SEED` looks for new ones.
fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 20261121), ...runs(25) });

/** Any character: the unit "binary" of a string takes seconds to make. */
export const character = fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code));

export default fc;
