import fc from "fast-check";

// The same cases at every run: a red test must be red again. `FUZZ_SEED` looks for new ones.
fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 20261121) });

export default fc;
