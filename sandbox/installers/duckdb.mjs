import { existsSync } from "node:fs";
import { join } from "node:path";
import { inCache, versions } from "./cache.mjs";
import { onPath, run } from "./run.mjs";

const folder = inCache(`duckdb-${versions.duckdb}`);
/** Written last: a virtual environment holds its own path, so it cannot be made elsewhere and moved. */
const done = join(folder, "installed");

/** DuckDB as a Python module, in a virtual environment. */
export const duckdb = {
  name: "DuckDB",
  isThere: () => existsSync(done),
  install: () => {
    if (!onPath("python3")) throw new Error("no python3 here; install Python 3.10 or later");
    run("python3", ["-m", "venv", "--clear", folder]);
    run(join(folder, "bin", "python"), ["-m", "pip", "install", "--quiet", `duckdb==${versions.duckdb}`]);
    run("touch", [done]);
  },
};
