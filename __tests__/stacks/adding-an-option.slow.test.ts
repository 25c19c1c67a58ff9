import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { temporaryFolder } from "../helpers/folder";

const ROOT = join(__dirname, "..", "..");
const ESBUILD = join(ROOT, "node_modules", ".bin", "esbuild");

/** What somebody who adds an option writes: this file, and one line. */
const FILE = `
import type { Construct } from "constructs";
import type { Environment } from "../config/environments";
import { RestrictedNamespace } from "../constructs/core";
import { PhpFpmPartnerPodGroup } from "../constructs/php-fpm-partner-pod-group";
import { OptionStack, useCluster } from "./stack";

export function addTo(scope: Construct, environment: Environment): OptionStack {
  const stack = new OptionStack(scope, "mine", environment);
  useCluster(stack);
  const namespace = new RestrictedNamespace(stack, "Namespace", { name: "mine" }).namespaceName;
  new PhpFpmPartnerPodGroup(stack, "Pods", { namespace, image: "registry.example.com/mine:1.0.0" });
  return stack;
}
`;
const REVIEW = ["config", "reviews", "001-partner-api"];
const START = "  options: [\n";
const LINE = '  { id: "mine", title: "Mine", module: "mine" },\n';

/** Links what is in a folder of the project into the copy; some is copied, and some is made later. */
function take(folder: string, copy: string, { copied, left }: Readonly<Record<"copied" | "left", string[]>>) {
  mkdirSync(join(copy, folder), { recursive: true });
  for (const name of readdirSync(join(ROOT, folder))) {
    const [from, to] = [join(ROOT, folder, name), join(copy, folder, name)];
    if (copied.includes(name)) cpSync(from, to, { recursive: true });
    else if (!left.includes(name)) symlinkSync(from, to);
  }
}

test("one new file and one line add an option, and the command compares it", () => {
  const copy = temporaryFolder();
  // What the line and the file change is copied; the rest is the project's own.
  take(".", copy, { copied: ["config"], left: ["dist"] });
  take("dist", copy, { copied: ["config", "stacks"], left: ["cli", "options"] });

  compile(join(copy, "dist", "stacks", "mine.js"), FILE);
  const index = join(copy, ...REVIEW, "index.ts");
  const registry = readFileSync(index, "utf8");
  expect(registry).toContain(START);
  writeFileSync(index, registry.replace(START, START + LINE));
  const outfile = join(copy, "dist", "cli", "command", "weighbridge.js");
  const flags = ["--bundle", "--platform=node", "--preserve-symlinks", "--external:../../stacks/*"];
  execFileSync(ESBUILD, [join(copy, "cli", "main.ts"), ...flags, `--outfile=${outfile}`], { stdio: "pipe" });

  const command = [outfile, "compare", "mine", "partner-b", "--format", "json"];
  const stdout = execFileSync(process.execPath, command, { encoding: "utf8", stdio: "pipe" });
  const { options } = JSON.parse(stdout) as { options: { id: string; title: string; pods: object }[] };
  expect(options.map(({ id, title }) => `${id}: ${title}`)).toContain("mine: Mine");
  expect(options).toHaveLength(2);
  expect(options.find(({ id }) => id === "mine")?.pods).toMatchObject({ min: 2 });
});

function compile(path: string, source: string): void {
  const options = { module: { type: "commonjs" }, jsc: { parser: { syntax: "typescript" } } } as const;
  writeFileSync(path, transformSync(source, options).code);
}
