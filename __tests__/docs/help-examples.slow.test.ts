import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS } from "../../cli/commands";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";
import { planOf } from "../helpers/own-review";

const DOCS = join(__dirname, "..", "..", "docs", "examples");

/** A folder with the files that the examples name. */
function workplace(): string {
  const folder = temporaryFolder();
  for (const name of ["now.json", "next.json"])
    cpSync(join(DOCS, "prices", "shop.tf.json"), join(folder, name));
  cpSync(join(DOCS, "prices", "usage.yml"), join(folder, "usage.yml"));
  writeFileSync(join(folder, "plan.json"), JSON.stringify({ ...JSON.parse(planOf()), resource_changes: [] }));
  cpSync(join(DOCS, "shop.yaml"), join(folder, "cluster.yaml"));
  writeFileSync(join(folder, "budget.yaml"), "all: { pods.max: 1000 }\n");
  writeFileSync(
    join(folder, "running.json"),
    JSON.stringify({ apiVersion: "v1", kind: "List", items: [HPA] }),
  );
  return folder;
}

const HPA = {
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: "web", namespace: "shop" },
  spec: {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
    minReplicas: 2,
    maxReplicas: 9,
  },
  status: { currentReplicas: 4, desiredReplicas: 4 },
};

const EXAMPLES = COMMANDS.flatMap(({ name, examples }) => examples.map(({ words }) => ({ name, words })));
/** What starts servers is run where they are. */
const RUN = EXAMPLES.filter(({ name }) => name !== "sandbox").map(({ words }) => words);

test("every command has an example of itself in its help", async () => {
  for (const { name, examples } of COMMANDS) {
    const { stdout } = await inProcess([name, "--help"]);
    expect(examples.length).toBeGreaterThan(0);
    for (const { words } of examples) {
      expect(words.split(" ")[0]).toBe(name);
      expect(stdout).toContain(`  weighbridge ${words}\n`);
    }
  }
});

test.each(RUN)("weighbridge %s", async (line) => {
  const [words = "", redirected] = line.split(/ >>? /);
  const cwd = workplace();
  mkdirSync(join(cwd, "cdktf.out"));
  const { status, stdout, stderr } = await inProcess(words.split(" "), { cwd });
  // Findings and claims that are contradicted are 1.
  expect({ stderr: status === 2 ? stderr : "", status }).toEqual({ stderr: "", status: expect.any(Number) });
  const file = /--out (\S+)/.exec(words)?.[1];
  if (file === undefined) expect(stdout).not.toBe("");
  else expect(existsSync(join(cwd, file))).toBe(true);
  if (redirected !== undefined) expect(stdout).toContain("weighbridge __complete");
});
