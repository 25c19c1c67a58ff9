// A review of one's own with the installed package: in TypeScript, and by the pages of the documentation.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** `weighbridge.config.ts` with options that are CDKTF stacks. */
export async function reviewInTypeScript(lane, cdktf) {
  cpSync(join(here, "review"), join(lane.folder, "review"), { recursive: true });
  const inReview = (command) => ["sh", "-ec", `cd review && ${command}`];
  await lane.step(
    "defineReview: options",
    inReview("npx weighbridge options"),
    /today[\s\S]*pods[\s\S]*queue/,
  );
  await lane.step("defineReview: compare", inReview("npx weighbridge compare"), /orders +2 +3 +·/);
  await lane.step(
    "defineReview: claims",
    inReview("npx weighbridge claims"),
    /pods: claimed 4, calculated 3/,
  );
  await lane.step("defineReview: report", inReview("npx weighbridge report --out report.html"));
  await lane.step(
    "defineReview: the same bytes as cdktf synth",
    inReview(`npx weighbridge synth --output own && ${cdktf} synth && diff -r own/stacks cdktf.out/stacks`),
  );
}

/** What `kubectl get hpa,deploy -A -o json` prints. */
const RUNNING = {
  apiVersion: "v1",
  kind: "List",
  items: [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "orders", namespace: "default" },
      spec: { replicas: 3 },
      status: { replicas: 3 },
    },
  ],
};

/** The commands of docs/first-comparison.md as they are written, in an empty folder; those tagged `sh` need other programs. */
export async function firstComparison(lane) {
  const page = readFileSync(
    join(lane.folder, "node_modules", "weighbridge", "docs", "first-comparison.md"),
    "utf8",
  );
  const commands = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, language]) => language === "")
    .flatMap(([, , block]) => block.trimEnd().split("\n"))
    .filter((line) => !line.startsWith("npm install"));
  const folder = join(lane.folder, "first");
  mkdirSync(folder);
  cpSync(join(here, "review", "today.yaml"), join(folder, "k8s", "today.yaml"));
  writeFileSync(join(folder, "running.json"), JSON.stringify(RUNNING));
  await lane.step("docs/first-comparison.md", ["sh", "-ec", `cd first\n${commands.join("\n")}`], /k8s/);
}
