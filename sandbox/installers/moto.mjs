import { existsSync } from "node:fs";
import { join } from "node:path";
import { inCache, versions } from "./cache.mjs";
import { onPath, run } from "./run.mjs";

const folder = inCache(`moto-${versions.moto}`);
/** Written last: a virtual environment holds its own path, so it cannot be made elsewhere and moved. */
const program = join(folder, "bin", "moto_server");

/** Mocked AWS, in a Python virtual environment. */
export const moto = {
  name: "moto",
  isThere: () => existsSync(program),
  install: () => {
    if (!onPath("python3")) throw new Error("no python3 here; install Python 3.10 or later");
    run("python3", ["-m", "venv", "--clear", folder]);
    run(join(folder, "bin", "python"), ["-m", "pip", "install", "--quiet", `moto[server]==${versions.moto}`]);
  },
};
