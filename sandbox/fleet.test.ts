import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryFindInCache } from "./cache";
import { describeWhen, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import versions from "./versions.json";

const ROOT = join(__dirname, "..");
const PYTHON = tryFindInCache(`duckdb-${versions.duckdb}`, "bin", "python");
const PAGE = readFileSync(join(ROOT, "docs", "fleet.md"), "utf8");
const STACKS = 1000;
const RUN_SQL =
  "import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall(), default=float))";

function block(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, text = ""]) => text,
  );
}

/** Stack n has n mod 7 + 1 pods of 1 GiB, at most twice as many. */
function stack(number: number): object {
  const labels = { app: "web" };
  const container = {
    name: "web",
    image: "php:8.4-fpm",
    resources: { requests: { cpu: "100m", memory: "1Gi" } },
  };
  const replicas = (number % 7) + 1;
  return {
    resource: {
      kubernetes_deployment_v1: {
        web: {
          metadata: { name: "web", namespace: "web" },
          spec: {
            replicas,
            selector: { match_labels: labels },
            template: { metadata: { labels }, spec: { container: [container] } },
          },
        },
      },
      kubernetes_horizontal_pod_autoscaler_v2: {
        web: {
          metadata: { name: "web", namespace: "web" },
          spec: {
            min_replicas: replicas,
            max_replicas: 2 * replicas,
            scale_target_ref: { api_version: "apps/v1", kind: "Deployment", name: "web" },
          },
        },
      },
    },
  };
}

describeWhen([required("DuckDB", PYTHON)], "the page about a fleet, on 1,000 stacks", () => {
  const folder = temporaryFolder("fleet");
  afterAll(() => removeFolder(folder));

  const ask = (sql: string): unknown[][] =>
    JSON.parse(execFileSync(PYTHON ?? "", ["-c", RUN_SQL, sql], { cwd: folder, encoding: "utf8" }));

  beforeAll(() => {
    const numbers = Array.from({ length: STACKS }, (_, index) => index);
    for (const number of numbers) {
      const path = join(folder, "cdktf.out", "stacks", `s${number}`);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, "cdk.tf.json"), JSON.stringify(stack(number)));
    }
    const stacks = Object.fromEntries(
      numbers.map((number) => [
        `s${number}`,
        { name: `s${number}`, synthesizedStackPath: `stacks/s${number}/cdk.tf.json`, dependencies: [] },
      ]),
    );
    writeFileSync(join(folder, "cdktf.out", "manifest.json"), JSON.stringify({ version: "0.21.0", stacks }));
    const [command = ""] = block("sh");
    const own = `${process.execPath} ${join(ROOT, "bin", "weighbridge.js")}`;
    execFileSync("sh", ["-ec", command.replace("npx weighbridge", own)], { cwd: folder, stdio: "pipe" });
  });

  test("the stacks that may grow most are those with most pods", () => {
    const [growth = ""] = block("sql");
    const rows = ask(growth);
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row.slice(1)).toEqual([7, 14, 7]);
  });

  test("the sums are those of every stack", () => {
    const [, sums = ""] = block("sql");
    const pods = Array.from({ length: STACKS }, (_, number) => (number % 7) + 1).reduce((a, b) => a + b);
    const [[stacks, sum, cores, memory, lowerBounds] = []] = ask(sums);
    expect({ stacks, sum, memory, lowerBounds }).toEqual({
      stacks: STACKS,
      sum: pods,
      memory: pods,
      lowerBounds: 0,
    });
    expect(cores).toBeCloseTo(pods / 10, 6);
  });
});
