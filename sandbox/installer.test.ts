import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a few lines print that import a module of the installer. */
function printed(module: string, code: string, env: Readonly<Record<string, string>> = {}): string {
  const url = pathToFileURL(join(__dirname, "installers", module)).href;
  const lines = `import * as it from ${JSON.stringify(url)}; ${code}`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", lines], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return stdout.trim();
}

describe("the installer", () => {
  test("takes an empty folder variable for one that is not set", () => {
    const empty = { WEIGHBRIDGE_CACHE: "", XDG_CACHE_HOME: "" };
    expect(printed("cache.mjs", "console.log(it.cache)", empty)).toBe(
      join(homedir(), ".cache", "weighbridge"),
    );
  });

  test.each([
    [
      "the error, whatever trace follows",
      "echo starts; echo 'error: no toolchain'; echo '  at main'",
      "error: no toolchain",
    ],
    ["the last line where none is an error", "echo first; echo 'then this'; echo", "then this"],
  ])("says of what failed %s", (_, script, line) => {
    const code = `try { it.run("sh", ["-c", ${JSON.stringify(`(${script}) >&2; exit 3`)}]) } catch ({ message }) { console.log(message) }`;
    expect(printed("run.mjs", code)).toBe(`sh -c failed: ${line}`);
  });
});
