import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../helpers/folder";

const BIN = join(__dirname, "..", "..", "bin");
const run = promisify(execFile);

/** A checkout whose compiler and bundler only note that they ran. */
function checkout(): string {
  const root = temporaryFolder();
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const note = (word: string) =>
    `require("node:fs").appendFileSync(${JSON.stringify(join(root, "ran"))}, "${word} ");`;
  put("tsconfig.build.json", "{}");
  put("main.ts", "");
  put("node_modules/typescript/package.json", JSON.stringify({ bin: { tsc: "tsc.js" } }));
  put("node_modules/typescript/tsc.js", note("compiled"));
  put(
    "bin/bundle.mjs",
    `import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    ${note("bundled")}
    require("node:fs").mkdirSync(${JSON.stringify(join(root, "dist", "bundle"))}, { recursive: true });
    require("node:fs").writeFileSync(${JSON.stringify(join(root, "dist", "bundle", "main.js"))}, "");`,
  );
  for (const name of ["ensure-built.js", "forget-stale.js", "one-at-a-time.js"])
    copyFileSync(join(BIN, name), join(root, "bin", name));
  return root;
}

/** Does what a command does first. */
function start(root: string) {
  const module = join(root, "bin", "ensure-built.js");
  return run(process.execPath, ["-e", `require(${JSON.stringify(module)})()`]);
}

it("compiles once for commands that start together, and not for one that comes after", async () => {
  const root = checkout();
  await Promise.all([start(root), start(root), start(root)]);
  await start(root);
  expect(readFileSync(join(root, "ran"), "utf8")).toBe("compiled bundled ");
});

it("ends with 2 where the sources do not compile, and lets the next one try", async () => {
  const root = checkout();
  writeFileSync(join(root, "node_modules", "typescript", "tsc.js"), "process.exit(1);");
  await expect(start(root)).rejects.toMatchObject({ code: 2 });
  await expect(start(root)).rejects.toMatchObject({ code: 2 });
});
