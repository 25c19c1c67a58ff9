import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { displayWidth } from "../../footprint/render/text";
import { inProcess } from "../helpers/command";
import { dbPolicy, deploymentYaml, shopSides } from "../helpers/diff-sides";
import { deployment, folderWith, planOf } from "../helpers/own-review";

const folder = shopSides();
const run = (...args: readonly string[]) => inProcess(["diff", ...args], { cwd: folder });
const file = (name: string, text: string) => writeFileSync(join(folder, name), text);

interface Json {
  readonly options: readonly {
    readonly id: string;
    readonly summary: string | null;
    readonly figures: readonly { readonly key: string; readonly points: readonly Point[] }[];
    readonly resources: readonly {
      readonly name: string;
      readonly kind: string;
      readonly fields: readonly object[];
    }[];
    readonly network: readonly object[] | null;
  }[];
}
interface Point {
  readonly was: unknown;
  readonly is: unknown;
  readonly difference: { readonly absolute: number; readonly bound: string } | null;
  readonly resolvedDifference: number | null;
}

test("the terminal has the sentence first, then what changed, and one line for what did not", async () => {
  const { status, stdout, stderr } = await run("main", "pr");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n").slice(0, 3).join(" ")).toMatch(
    /^kubernetes: \+3 pods, \+0\.6 cores CPU requests, \+1\.625 GiB memory requests, .*1 claim newly contradicted ─/,
  );
  expect(stdout).toMatch(/\nPods +3 → 6 +\+3 \(\+100 %\)\n/);
  expect(stdout).toContain("\n! corner few-pods: newly contradicted (was: holds, is: contradicted)\n");
  expect(stdout).toMatch(/\n~ Deployment\/shop\/api\n {4}[^~+]*replicas\.max 2 → 4\n/);
  expect(stdout).toContain("\n+ Deployment/shop/cache\n");
  expect(stdout).toMatch(/\nnothing changed( in what is resolved)?: spare\n$/);
  expect(stdout).not.toContain("CPU limits");
});

test.each([20, 40, 80, 132])("no line is wider than %i columns", async (columns) => {
  const { stdout } = await inProcess(["diff", "main", "pr"], { cwd: folder, env: { COLUMNS: `${columns}` } });
  for (const line of stdout.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
});

test("JSON has both values, the difference, and who may newly connect", async () => {
  const { stdout } = await run("main", "pr", "kubernetes", "-o", "json");
  const [{ id, figures, resources, network }] = (JSON.parse(stdout) as Json).options as [Json["options"][0]];
  expect(id).toBe("kubernetes");
  const steady = (key: string) => figures.find((each) => each.key === key)?.points[1];
  expect(steady("memoryGiB.request")).toMatchObject({
    was: { value: 1.5 },
    is: { value: 3.125 },
    difference: { absolute: 1.625 },
  });
  expect(resources.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
    "changed Deployment/shop/api",
    "added Deployment/shop/cache",
  ]);
  expect(network).toContainEqual(
    expect.objectContaining({
      src: "shop/cache[Deployment]",
      dst: "shop/db[StatefulSet]".replace("StatefulSet", "Deployment"),
      after: "TCP 5432",
      kind: "added",
    }),
  );
});

test("options of one side are named, and not compared", async () => {
  mkdirSync(join(folder, "more"), { recursive: true });
  file("more/kubernetes.yaml", deploymentYaml("api", 2, "250m", "256Mi"));
  file("more/extra.yaml", deploymentYaml("extra", 2, "1", "1Gi"));
  const { stdout } = await run("main", "more");
  expect(stdout).toMatch(/\nextra: added: 2 pods, 2 cores CPU requests, 2 GiB memory requests/);
  expect(stdout).toMatch(/\nspare: removed: it had 1 pod, /);
  // The claim about it is still there.
  expect(stdout).not.toContain("one-gib");
  // A claim that holds with another value is listed alone.
  expect(stdout).not.toMatch(/^kubernetes: [^─]*claim/);
  expect(stdout).toContain("~ corner few-pods: changed\n");
});

test("a lower bound has a bounded difference, two have one of the resolved part, and nothing undetermined is subtracted", async () => {
  const parts = folderWith({
    "exact.yaml": deploymentYaml("api", 2, "250m", "256Mi"),
    "open.yaml":
      deploymentYaml("api", 3, "250m", "256Mi") +
      deploymentYaml("free", 1, "0", "0").replace(/, resources: .*? \}\]/, " }]"),
    "open2.yaml":
      deploymentYaml("api", 5, "250m", "256Mi") +
      deploymentYaml("free", 1, "0", "0").replace(/, resources: .*? \}\]/, " }]"),
    "every.yaml": deploymentYaml("api", 1, "250m", "256Mi")
      .replace("kind: Deployment", "kind: DaemonSet")
      .replace("  replicas: 1\n", ""),
    "none.yaml": deploymentYaml("free", 1, "0", "0").replace(/, resources: .*? \}\]/, " }]"),
  });
  const cpu = async (base: string, head: string) => {
    const { stdout } = await inProcess(["diff", base, head, "-o", "json"], { cwd: parts });
    const [{ figures, summary }] = (JSON.parse(stdout) as Json).options as [Json["options"][0]];
    return { ...figures.find(({ key }) => key === "cpuCores.request")?.points[1], summary };
  };
  expect(await cpu("exact.yaml", "open.yaml")).toMatchObject({
    difference: { absolute: 0.25, bound: "atLeast" },
    summary: expect.stringContaining("≥ +0.25 cores CPU requests"),
  });
  expect(await cpu("open.yaml", "exact.yaml")).toMatchObject({ difference: { bound: "atMost" } });
  expect(await cpu("open.yaml", "open2.yaml")).toMatchObject({
    difference: null,
    resolvedDifference: 0.5,
    summary: expect.stringContaining("+0.5 cores CPU requests in the resolved part"),
  });
  expect(await cpu("exact.yaml", "none.yaml")).toMatchObject({
    difference: null,
    summary: expect.stringContaining("cores CPU requests no longer set"),
  });
  expect(await cpu("exact.yaml", "every.yaml")).toMatchObject({
    difference: null,
    resolvedDifference: null,
    summary: expect.stringContaining("cores CPU requests undetermined"),
  });
});

test.each([
  [
    "all: { pods.max: +50 % }",
    [],
    1,
    /kubernetes: pods\.max is 6, max 4\.5 \(\+50 % of the base\): exceeds the limit by 1\.5/,
  ],
  ["all: { pods.max: +100 % }", [], 0, /^kubernetes/],
  ["all: { pods.max: 5 }", [], 1, /pods\.max is 6, max 5: exceeds the limit by 1/],
  ["all: { stoppedBySinglePoint: +500 % }", [], 0, /undetermined/],
  ["all: { stoppedBySinglePoint: +500 % }", ["--strict"], 1, /undetermined/],
])("budget %s %j ends with %i", async (budget, flags, wanted, text) => {
  file("budget.yaml", budget);
  const { status, stdout } = await run("main", "pr", "--budget", "budget.yaml", ...flags);
  expect(status).toBe(wanted);
  expect(stdout.replace(/\n {2}/g, " ")).toMatch(text);
});

test("Markdown is one comment: marker, title, five lines, the tables folded", async () => {
  file("budget.yaml", "all: { pods.max: 5 }");
  const { status, stdout } = await run(
    "main",
    "pr",
    "-o",
    "markdown",
    "--marker",
    "shop -- x",
    "--budget",
    "budget.yaml",
  );
  expect(status).toBe(1);
  const [marker, , title, , ...rest] = stdout.split("\n");
  expect(marker).toBe("<!-- weighbridge:diff shop-x -->");
  expect(title).toMatch(/^### kubernetes: \+3 pods/);
  expect(rest.slice(0, 5).map((line) => line.split("**")[1])).toEqual([
    "Weight",
    "Cost",
    "Reach",
    "Claims",
    "Resources",
  ]);
  expect(rest[6]).toBe("- **Budget**: kubernetes: pods.max is 6, max 5: exceeds the limit by 1");
  expect(stdout).toContain("| Pods | 3 → **6**<br>+3 (+100 %) | 1 |\n");
});

test("connections are not compared of a faulty policy, nor of too many pods, and that is said", async () => {
  const faulty = dbPolicy("api").replace("port: 5432", "port: 99999");
  const pods = Array.from(
    { length: 501 },
    (_, n) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: p${n} }\nspec: { containers: [{ name: a, image: "a:1" }] }\n---\n`,
  ).join("");
  const api = deploymentYaml("api", 1, "1", "1Gi");
  const sides = folderWith({
    "one.yaml": api,
    "faulty.yaml": api + faulty,
    "many.yaml": api + pods,
    "more.yaml": api + pods + dbPolicy(),
  });
  const said = async (base: string, head: string) => {
    const { status, stdout, stderr } = await inProcess(["diff", base, head, "--name", "x", "-o", "json"], {
      cwd: sides,
    });
    return { status, stderr, network: (JSON.parse(stdout) as Json).options[0]?.network };
  };
  expect(await said("one.yaml", "faulty.yaml")).toEqual({
    status: 0,
    stderr: expect.stringMatching(
      /^weighbridge: x: network connections are not compared: [^\n]*99999[^\n]*\n$/,
    ),
    network: null,
  });
  expect(await said("many.yaml", "more.yaml")).toEqual({
    status: 0,
    stderr:
      "weighbridge: x: network connections are not compared: 502 workloads; `weighbridge network diff` compares them\n",
    network: null,
  });
  expect(await said("many.yaml", "many.yaml")).toEqual({ status: 0, stderr: "", network: [] });
});

const OTHER_VERSION = '{"schemaVersion":7,"baseline":"a","options":[]}';
test.each<[string, readonly string[], string]>([
  ["no side", [], "BASE and HEAD are missing; give both sides"],
  ["one side", ["main"], "HEAD is missing; give both sides"],
  [
    "a side that is not there",
    ["main", "nowhere"],
    "nowhere: no such file or folder; give a folder of stacks",
  ],
  [
    "another version",
    ["version.json", "main"],
    "version.json: schemaVersion: must be 1, got 7: another version of Weighbridge wrote it; write it again",
  ],
  ["another version of --write", ["written.json", "main"], "written.json: snapshotVersion: must be 1, got 9"],
  [
    "lines of another version",
    ["lines.ndjson", "main"],
    "lines.ndjson: there is no pods_atLeast: it is not as `weighbridge compare` writes it; write it again",
  ],
  [
    "no option in common",
    ["main", "third"],
    "main and third have no option in common (kubernetes, spare; one, two); give two sides",
  ],
  [
    "a snapshot of nothing",
    ["empty.json", "main"],
    "empty.json and main have no option in common (none; kubernetes, spare)",
  ],
  [
    "an unknown option",
    ["main", "pr", "kubernets"],
    'neither side has an option "kubernets"; did you mean kubernetes?',
  ],
])("%s is refused in one line", async (_, args, line) => {
  file("version.json", OTHER_VERSION);
  file("empty.json", '{"schemaVersion":1,"baseline":"a","options":[]}');
  file("written.json", '{"snapshotVersion":9,"option":"kubernetes"}');
  file("lines.ndjson", '{"option":"kubernetes","baseline":"kubernetes","at":"steady"}\n');
  mkdirSync(join(folder, "third"), { recursive: true });
  file("third/one.json", planOf(deployment("a", "1", "1Gi")));
  file("third/two.json", planOf(deployment("a", "1", "1Gi")));
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.slice(0, line.length + 13)).toBe(`weighbridge: ${line}`);
  expect(stderr.match(/\n/g)).toHaveLength(1);
});

test("every faulty side is named in one run", async () => {
  const { stderr } = await run("nowhere", "nothing");
  expect(stderr.split("\n").filter((line) => line.includes("no such file or folder"))).toHaveLength(2);
});
