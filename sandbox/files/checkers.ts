import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindInCache, tryFindOnPath } from "../cache";
import { describeWhen, required } from "../requirement";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import versions from "../versions.json";
import type { EmbeddedFile } from "./embedded";

/** A program that judges its own configuration without running. */
interface Checker {
  readonly name: string;
  readonly program: string | undefined;
  readonly args: (path: string) => readonly string[];
  readonly says: RegExp;
}

export const PROMTOOL: Checker = {
  name: "promtool",
  program: tryFindOnPath("promtool"),
  args: (path) => ["check", "config", path],
  says: /SUCCESS: .* is valid prometheus config file syntax/,
};

export const OTELCOL: Checker = {
  name: "otelcol",
  program: tryFindOnPath("otelcol") ?? tryFindInCache(`otel-collector-${versions.otelCollector}`, "otelcol"),
  args: (path) => ["validate", `--config=${path}`],
  says: /^$/,
};

/** A file by the program that reads it. */
export function checkTests(
  { owners: [owner], name, text }: EmbeddedFile,
  { name: checker, program, args, says }: Checker,
): void {
  describeWhen([required(checker, program)], `${checker} with ${name} of ${owner}`, () => {
    test("finds nothing to mend", async () => {
      const folder = temporaryFolder(checker);
      const path = join(folder, "config.yaml");
      writeFileSync(path, text);
      const { status, stdout, stderr } = spawnSync(program ?? checker, args(path), { encoding: "utf8" });
      await removeFolder(folder);
      expect({ status, output: `${stdout}${stderr}` }).toEqual({
        status: 0,
        output: expect.stringMatching(says),
      });
    });
  });
}
