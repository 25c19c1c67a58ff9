import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { tryFindInCache, tryFindOnPath } from "../cache";
import { describeWhen, required } from "../requirement";
import { removeFolder, temporaryFolder } from "../temporary-folder";
import versions from "../versions.json";
import type { EmbeddedFile } from "./embedded";

/** A program that judges a file without running. */
interface Checker {
  readonly name: string;
  readonly program: string | undefined;
  readonly args: (path: string) => readonly string[];
  /** Both streams of a file that is right. */
  readonly says: RegExp;
}

const promtool = { name: "promtool", program: tryFindOnPath("promtool") };

/** By what they read. */
export const CHECKERS = {
  alertmanager: {
    name: "amtool",
    program: tryFindOnPath("amtool"),
    args: (path) => ["check-config", path],
    says: /SUCCESS/,
  },
  caddyfile: {
    name: "caddy",
    program: tryFindInCache(`caddy-${versions.caddy}`, "caddy"),
    args: (path) => ["validate", "--adapter", "caddyfile", "--config", path],
    says: /Valid configuration/,
  },
  compose: {
    name: "compose-spec",
    program: tryFindInCache(`compose-go-${versions.composeGo}`, "compose-spec"),
    args: (path) => ["--no-interpolation", path],
    says: /^name: /,
  },
  loadTest: {
    name: "k6",
    program: tryFindInCache(`k6-${versions.k6}`, "k6"),
    args: (path) => ["inspect", "--execution-requirements", path],
    says: /"maxVUs": \d+/,
  },
  otel: {
    name: "otelcol",
    program:
      tryFindOnPath("otelcol") ?? tryFindInCache(`otel-collector-${versions.otelCollector}`, "otelcol"),
    args: (path) => ["validate", `--config=${path}`],
    says: /^$/,
  },
  // Without the files that it names, which are checked by themselves.
  prometheus: {
    ...promtool,
    args: (path) => ["check", "config", "--syntax-only", path],
    says: /SUCCESS: .* is valid prometheus config file syntax/,
  },
  rules: { ...promtool, args: (path) => ["check", "rules", "--lint-fatal", path], says: /SUCCESS/ },
  shell: { name: "sh", program: "/bin/sh", args: (path) => ["-n", path], says: /^$/ },
} as const satisfies Readonly<Record<string, Checker>>;

/** A file by the program that reads it. */
export function checkTests(
  { owners: [owner], name, text }: EmbeddedFile,
  { name: checker, program, args, says }: Checker,
): void {
  describeWhen([required(checker, program)], `${checker} with ${name} of ${owner}`, () => {
    test("finds no fault", async () => {
      const folder = temporaryFolder(checker);
      const path = join(folder, basename(name));
      writeFileSync(path, text);
      const { status, stdout, stderr } = spawnSync(program ?? checker, args(path), {
        encoding: "utf8",
        cwd: folder,
        // Where Caddy keeps files of its own.
        env: { ...process.env, HOME: folder },
      });
      await removeFolder(folder);
      expect({ status, output: `${stdout}${stderr}` }).toEqual({
        status: 0,
        output: expect.stringMatching(says),
      });
    });
  });
}
