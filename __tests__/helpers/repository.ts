import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "../..");

/** Paths of the repository's files, committed or new, but for what Git ignores and what a generator writes (`imports/`). */
export function repositoryFiles(): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  const files = stdout.split("\0").filter((name) => name !== "" && !name.startsWith("imports/"));
  return [...new Set(files)].filter((name) => existsSync(join(ROOT, name))).sort();
}

/** Text of a file of the repository. */
export function textOf(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}
