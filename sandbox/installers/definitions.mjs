import { readFileSync } from "node:fs";
import { inCache } from "./cache.mjs";
import { goModuleFiles } from "./go.mjs";

const published = JSON.parse(
  readFileSync(new URL("../kubernetes/definitions.json", import.meta.url), "utf8"),
);

/** Definitions of custom resources, each as its own project publishes it. */
export const definitions = published.map(({ name, module, version, from, files }) =>
  goModuleFiles({
    name: `definitions of ${name}`,
    folder: inCache("definitions", `${name}-${version}`),
    module: { path: module, version: `v${version}` },
    from,
    files,
  }),
);
