import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../helpers/folder";
import { ROOT, textOf } from "../helpers/repository";

const BIOME = require.resolve("@biomejs/biome/bin/biome");

/** Imports that the rules of `biome.json` refuse: file, and what it imports. */
const REFUSED: readonly (readonly [file: string, ...imports: string[]])[] = [
  ["main.ts", "./cli/main", "./constructs/core/errors", "./footprint"],
  ["errors/x.ts", "../footprint", "../config/options", "node:fs"],
  ["peers/x.ts", "cdktf", "constructs", "../config/options", "../stacks/app", "../cli/main"],
  ["config/x.ts", "cdktf", "constructs", "@cdktf/provider-aws/lib/vpc", "../stacks", "../footprint/model"],
  ["config/a/b/c/d.ts", "../../../../constructs/core/errors", "../../../../network"],
  ["constructs/foo/x.ts", "../bar/part", "../../config/options", "../../stacks/app", "../../cli/main"],
  ["constructs/core/x.ts", "../alerts", "../kafka-topic-set", "../../config/options", "../../footprint"],
  ["stacks/foo/a/x.ts", "../../../footprint", "../../../footprint/model", "../../../cli/main"],
  [
    "footprint/read/aws/x.ts",
    "cdktf",
    "../../../constructs/core/errors",
    "../../../stacks",
    "../../../network",
  ],
  ["network/x.ts", "../footprint", "../footprint/read", "../config/options", "../cli/main", "cdktf"],
  ["network/a/x.ts", "../../footprint/compare", "../../constructs/core/errors"],
  ["testing/x.ts", "cdktf", "../constructs/core/errors", "../stacks", "../cli/main", "../config/reviews"],
  [
    "rules/a/x.ts",
    "cdktf",
    "../../constructs/core/errors",
    "../../stacks",
    "../../cli/main",
    "../../config/reviews",
  ],
];

/** Imports that they allow. */
const ALLOWED: readonly (readonly [file: string, ...imports: string[]])[] = [
  ["main.ts", "./config/options", "./peers", "./stacks/app"],
  ["peers/x.ts", "../errors/user-error", "../files/package-root"],
  ["errors/x.ts", "./user-error"],
  ["config/a/x.ts", "../../errors/user-error", "../b"],
  ["constructs/foo/x.ts", "../bar", "../core/errors", "cdktf", "../../imports/providers/kafka/acl"],
  ["stacks/foo/x.ts", "../../constructs/bar", "../../config/options", "../network-rules"],
  [
    "footprint/read/aws/x.ts",
    "./network",
    "../../model",
    "../../../config/options",
    "../../../errors/user-error",
  ],
  ["network/a/x.ts", "../../footprint/model", "../../errors/user-error", "../b"],
  ["testing/a/x.ts", "../../footprint/figures", "../../network", "../../rules", "../../config/model"],
  ["rules/a/x.ts", "../../footprint/figures", "../../network", "../../config/model", "../rule"],
];

/** Two files that import each other's types and nothing else. */
const CYCLE: Readonly<Record<string, string>> = {
  "footprint/cycle/a.ts": 'import type { B } from "./b";\nexport interface A {\n  readonly b?: B;\n}\n',
  "footprint/cycle/b.ts": 'import type { A } from "./a";\nexport interface B {\n  readonly a?: A;\n}\n',
};

const importing = (imports: readonly string[]) =>
  imports.map((name, index) => `export { x as x${index} } from "${name}";\n`).join("");

/** Rules that Biome reports for each of some files under the configuration of this repository. */
function lint(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const folder = temporaryFolder();
  copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const args = [BIOME, "lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const found = [...stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+),/g)];
  return Object.fromEntries(
    Object.keys(files).map((name) => [
      name,
      found.filter(([, , file = ""]) => file.endsWith(`/${name}`)).map(([, rule = ""]) => rule),
    ]),
  );
}

/** All files in one run: Biome takes longer to start than to check them. */
const lintAll = (rows: typeof REFUSED) =>
  lint(Object.fromEntries(rows.map(([file, ...imports]) => [file, importing(imports)])));
const refused = lintAll(REFUSED);
const allowed = lintAll(ALLOWED);

test.each(REFUSED)("%s must not import what is above it", (file, ...imports) => {
  expect(refused[file]).toEqual(imports.map(() => "noRestrictedImports"));
});

test.each(ALLOWED)("%s may import what is beneath it", (file) => {
  expect(allowed[file]).toEqual([]);
});

test("a cycle of types is refused", () => {
  expect(Object.values(lint(CYCLE))).toEqual([["noImportCycles"], ["noImportCycles"]]);
});

test("every rule is for a folder or file that exists", () => {
  const { overrides } = JSON.parse(textOf("biome.json")) as { overrides: { includes: string[] }[] };
  const guarded = overrides.map(({ includes: [first = ""] }) => first.split("/")[0] ?? "");
  expect(guarded.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
});
