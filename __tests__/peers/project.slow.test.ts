import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../files/package-root";
import { temporaryFolder } from "../helpers/folder";

/** What Node finds for imports of a module of this package, after `useProjectPeers` was called in a project. */
const SCRIPT = `
  const { createRequire } = require("node:module");
  const { join } = require("node:path");
  const [dist, folder] = process.argv.slice(1);
  const { useProjectPeers } = require(join(dist, "peers", "project.js"));
  const from = useProjectPeers(folder);
  const load = createRequire(join(dist, "stacks", "index.js"));
  const stranger = createRequire(join(dist, "..", "index.js"));
  console.log(JSON.stringify({
    from,
    own: ["cdktf", "constructs", "@cdktf/provider-helm"].map((name) => load.resolve(name)),
    other: load.resolve("yaml"),
    stranger: stranger.resolve("cdktf"),
  }));
`;

function resolved(folder: string) {
  return JSON.parse(
    execFileSync(process.execPath, ["-e", SCRIPT, packagePath("dist"), folder], { encoding: "utf8" }),
  ) as { from: string; own: string[]; other: string; stranger: string };
}

test("modules of this package take their peers from the project that has them, and nothing else", () => {
  const project = temporaryFolder();
  for (const name of ["cdktf", "constructs", "@cdktf/provider-helm", "yaml"]) {
    const folder = join(project, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0" }));
    writeFileSync(join(folder, "index.js"), "");
  }
  const { from, own, other, stranger } = resolved(project);
  expect(from.startsWith(project)).toBe(true);
  for (const path of own) expect(path).toContain(join(project, "node_modules"));
  expect(other).not.toContain(project);
  expect(stranger).not.toContain(project);
});

test("a project without cdktf leaves the peers of this package", () => {
  const empty = temporaryFolder();
  for (const path of resolved(empty).own) expect(path).not.toContain(empty);
});
