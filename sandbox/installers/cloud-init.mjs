import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fillFolder, inCache } from "./cache.mjs";
import { onPath, run } from "./run.mjs";

const folder = inCache("cloud-init");
const LIBRARIES = [
  "configobj",
  "jinja2",
  "jsonpatch",
  "jsonschema",
  "netifaces",
  "oauthlib",
  "requests",
  "yaml",
];

/** Debian's cloud-init, taken apart and not installed: installed, it would set this machine up at its next start. */
export const cloudInit = {
  name: "cloud-init",
  isThere: () => existsSync(join(folder, "usr", "bin", "cloud-init")),
  install: () => {
    if (!onPath("apt-get")) throw new Error("no apt-get here");
    if (process.getuid?.() !== 0) throw new Error("needs root for its Python libraries");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    const libraries = LIBRARIES.map((name) => `python3-${name}`);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...libraries], { env });
    fillFolder(folder, (draft) => {
      run("apt-get", ["download", "-qq", "cloud-init"], { cwd: draft });
      const [archive] = readdirSync(draft).filter((file) => file.endsWith(".deb"));
      run("dpkg", ["-x", archive, "."], { cwd: draft });
    });
  },
};
