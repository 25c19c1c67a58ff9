import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { filesBelow, temporaryFolder } from "../helpers/folder";
import { AUTOSCALER_YAML, CHECKOUT_YAML, deployment, folderWith, planOf } from "../helpers/own-review";
import { textOf } from "../helpers/repository";

const RUNNING = JSON.stringify({
  apiVersion: "v1",
  kind: "List",
  items: [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "checkout" },
      spec: { replicas: 3 },
      status: { replicas: 3 },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "worker" },
      spec: { replicas: 2 },
      status: {},
    },
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "any" },
      spec: { scaleTargetRef: { name: "checkout" } },
      status: { currentReplicas: 5 },
    },
    ...["a", "b"].map((namespace, index) => ({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "twice", namespace },
      status: { replicas: index + 1 },
    })),
  ],
});

const stack = (name: string) =>
  JSON.stringify({ "//": { metadata: { stackName: name } }, terraform: {}, resource: {} });
const project = () =>
  folderWith({
    "infra/cdktf.out/stacks/eks/cdk.tf.json": stack("eks"),
    "infra/cdktf.out/stacks/eks-platform/cdk.tf.json": stack("eks-platform"),
    "plans/today.json": planOf(deployment("orders", "2", "256Mi")),
    "later/plan.json": planOf(deployment("orders", "3", "256Mi")),
    "deploy/checkout.yaml": CHECKOUT_YAML,
    "deploy/autoscaler.yaml": AUTOSCALER_YAML,
    "charts/web/Chart.yaml": "apiVersion: v2\nname: web\n",
    "network/main.tf": "",
    "package.json": "{}",
    "running.json": RUNNING,
  });

test("the example runs at once, and some of its claims are wrong", async () => {
  const folder = temporaryFolder();
  expect((await inProcess(["init", "--example"], { cwd: folder })).stdout).toContain(
    "Next:\n  weighbridge compare",
  );
  const { stdout } = await inProcess(["claims", "--format", "json"], { cwd: folder });
  expect(JSON.parse(stdout).summary).toMatchObject([
    { claims: 4, holds: 1, off: 1, contradicted: 2, unsupported: 0 },
  ]);
  const compared = await inProcess(["compare", "--format", "json"], { cwd: folder });
  expect(JSON.parse(compared.stdout).options).toHaveLength(3);
  expect(await inProcess(["init", "--example"], { cwd: folder })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("weighbridge.yaml: exists already, and nothing is overwritten"),
  });
});

test("a Compose file is an option, and other YAML hides no manifest", async () => {
  const folder = folderWith({
    "compose.yaml": "services: { web: { image: nginx:1.27 } }\n",
    "web.yaml": CHECKOUT_YAML,
    "values.yaml": "replicas: 2\n",
  });
  await inProcess(["init"], { cwd: folder });
  const { stdout } = await inProcess(["options", "--format", "json"], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ options: [{ id: "compose" }, { id: "kubernetes" }] });
});

test("what is written can be compared at once, with everything of the review in the same folder", async () => {
  const folder = folderWith({
    "web.yaml": CHECKOUT_YAML,
    "other.yaml": JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "other" } }),
    "running.json": RUNNING,
  });
  await inProcess(["init", "--steady-from", "running.json"], { cwd: folder });
  expect(readFileSync(join(folder, "weighbridge.yaml"), "utf8")).toContain("other.yaml");
  const { status, stderr } = await inProcess(["compare"], { cwd: folder });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a folder with a review of its own is named, and left out", async () => {
  const folder = temporaryFolder();
  await inProcess(["init", "--example", "example-review"], { cwd: folder });
  const { status, stderr } = await inProcess(["init"], { cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toContain("example-review has a review of its own, and is left out");
  expect(stderr).toContain("run the commands in example-review");
});

test("what a folder has is written as options, and what has to be rendered is listed", async () => {
  const folder = project();
  const { status, stderr } = await inProcess(["init", "--steady-from", "running.json"], { cwd: folder });
  expect(status).toBe(0);
  expect(stderr).toContain(
    "charts/web has to be rendered first: mkdir -p rendered && helm template charts/web",
  );
  expect(stderr).toContain("network has to be rendered first: (cd network && terraform plan");
  expect(stderr).toContain("twice runs differently in two namespaces, and is left out");
  expect(filesBelow(folder)["steady.yaml"]).toBe(
    '# Everyday replicas by workload.\n"checkout": 5\n"worker": 2\n',
  );
  const { stdout } = await inProcess(["compare", "--format", "json"], { cwd: folder });
  const { options } = JSON.parse(stdout) as { options: { id: string; pods: { steady: number } }[] };
  expect(options.map(({ id, pods }) => [id, pods.steady])).toEqual([
    ["deploy", 5],
    ["later", 3],
    ["today", 2],
    ["eks", 0],
  ]);
  expect(readFileSync(join(folder, "weighbridge.yaml"), "utf8")).toContain(
    "from: [infra/cdktf.out/stacks/eks-platform, infra/cdktf.out/stacks/eks]",
  );
});

test("replicas of a Prometheus query are the value, or the median of a range", async () => {
  const result = [
    { metric: { deployment: "web" }, value: [0, "3"] },
    {
      metric: { deployment: "api" },
      values: [
        [0, "2"],
        [1, "9"],
        [2, "4"],
      ],
    },
  ];
  const folder = folderWith({ "answer.json": JSON.stringify({ status: "success", data: { result } }) });
  await inProcess(["init", "--steady-from", "answer.json"], { cwd: folder });
  const other = folderWith({
    "weighbridge.yaml": "",
    "answer.json": JSON.stringify({ status: "success", data: { result } }),
  });
  expect((await inProcess(["init", "--steady-from", "answer.json"], { cwd: other })).stdout).toContain(
    "steady.yaml",
  );
  expect(filesBelow(other)["steady.yaml"]).toContain('"api": 4\n"web": 3\n');
});

test.each([
  ["nothing to compare", [], {}, "no stack, plan, state or Kubernetes YAML found"],
  ["a review that is there", [], { "weighbridge.config.mjs": "" }, "weighbridge.config.mjs: exists already"],
  [
    "no replicas",
    ["--steady-from", "a.json"],
    { "a.json": "[]" },
    "a.json: neither a list of Kubernetes objects",
  ],
  ["two ways at once", ["--example", "--steady-from", "a.json"], {}, "exclude each other"],
])("%s is refused", async (_, flags, files, message) => {
  const ran = await inProcess(["init", ...flags], { cwd: folderWith(files as Record<string, string>) });
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
});

test("the commands of the page for beginners run as they are written", async () => {
  let folder = project();
  const blocks = [...textOf("docs/first-comparison.md").matchAll(/^```(\w*)\n(.*?)^```$/gms)];
  const lines = blocks
    .flatMap(([, language, text = ""]) => (language === "" ? text.trim().split("\n") : []))
    .filter((line) => !line.startsWith("npm install"));
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    const [first, second = "", ...args] = line.split(" ");
    if (first === "cd") folder = join(folder, second);
    else
      expect([line, await inProcess(args, { cwd: folder })]).toEqual([
        line,
        expect.objectContaining({ status: 0 }),
      ]);
  }
});
