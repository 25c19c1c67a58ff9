import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { deploymentYaml, shopSides } from "../helpers/diff-sides";
import { deployment, folderWith, planOf } from "../helpers/own-review";

const folder = shopSides();
const run = (...args: readonly string[]) => inProcess(["diff", ...args], { cwd: folder });
const file = (name: string, text: string) => writeFileSync(join(folder, name), text);

test.each(["json", "ndjson"])("the base may be what compare wrote as %s", async (format) => {
  const names = ["--from", "kubernetes=main/kubernetes", "--from", "spare=main/spare.yaml"];
  const { stdout: written } = await inProcess(["compare", ...names, "-o", format], { cwd: folder });
  file(`base.${format}`, written);
  const same = await run(`base.${format}`, "main");
  expect(same).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^nothing changed[^\n]*: kubernetes, spare\n$/),
  });
  const { stdout, stderr } = await run(`base.${format}`, "pr");
  expect(stderr).toBe(`weighbridge: claims are not compared: base.${format} is a snapshot\n`);
  expect(stdout).toMatch(/^kubernetes: \+3 pods, \+0\.6 cores CPU requests, \+1\.625 GiB memory requests/);
});

test("the base may be a folder of compare --write", async () => {
  const names = ["--from", "kubernetes=main/kubernetes", "--from", "spare=main/spare.yaml"];
  await inProcess(["compare", ...names, "--write", "written"], { cwd: folder });
  expect((await run("written", "main")).stdout).toMatch(/^nothing changed[^\n]*: kubernetes, spare\n$/);
  expect((await run("written", "pr")).stdout).toMatch(/^kubernetes: \+3 pods/);
});

test("a side may be a review of its own: its options, and its claims", async () => {
  const sides = shopSides();
  const review = readFileSync(join(sides, "weighbridge.yaml"), "utf8");
  for (const side of ["main", "pr"]) {
    writeFileSync(join(sides, side, "weighbridge.yaml"), review.replaceAll("pr/", ""));
    writeFileSync(join(sides, side, "review.md"), readFileSync(join(sides, "review.md"), "utf8"));
  }
  rmSync(join(sides, "weighbridge.yaml"));
  const { status, stdout, stderr } = await inProcess(["diff", "main", "pr"], { cwd: sides });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^kubernetes: \+3 pods[\s\S]*1 claim[\s\S]*newly contradicted/);
});

test("a review under another name, and a snapshot in YAML", async () => {
  const review = readFileSync(join(folder, "weighbridge.yaml"), "utf8");
  file("before.review.yaml", review.replaceAll("pr/", "main/"));
  file("after.review.yaml", review);
  expect((await run("before.review.yaml", "after.review.yaml")).stdout).toMatch(/^kubernetes: \+3 pods/);
  const written = await inProcess(["compare", "--config", "before.review.yaml", "-o", "yaml"], {
    cwd: folder,
  });
  file("base.yaml", written.stdout);
  expect((await run("base.yaml", "after.review.yaml")).stdout).toMatch(/^kubernetes: \+3 pods/);
});

test("two files are one option each, and a plan has its own base", async () => {
  file("before.yaml", deploymentYaml("api", 2, "250m", "256Mi"));
  file("after.yaml", deploymentYaml("api", 3, "250m", "256Mi"));
  expect((await run("before.yaml", "after.yaml", "--name", "api")).stdout).toMatch(
    /^api: \+1 pod, \+0\.25 cores CPU requests/,
  );
  const plan = JSON.parse(planOf(deployment("api", "3", "256Mi")));
  const [resource] = plan.planned_values.root_module.resources;
  const { values: after, ...rest } = resource;
  const before = structuredClone(after);
  before.spec[0].replicas = "1";
  plan.resource_changes = [{ ...rest, change: { actions: ["update"], before, after, after_unknown: {} } }];
  plan.prior_state = {
    format_version: "1.0",
    values: { root_module: { resources: [{ ...rest, values: before }] } },
  };
  file("plan.json", JSON.stringify(plan));
  expect((await run("plan.json@before", "plan.json")).stdout).toMatch(
    /^plan: \+2 pods, \+0\.5 cores CPU requests/,
  );
});

test("the stacks of an option with a platform are one, and a stack is called by its own name", async () => {
  const stack = JSON.stringify({ resource: { aws_sqs_queue: { q: { name: "q" } } } });
  const out = folderWith({
    "base/stacks/critter-eks-platform/cdk.tf.json": stack,
    "base/stacks/critter-eks/cdk.tf.json": stack,
    "base/stacks/other/cdk.tf.json": stack,
    "head/stacks/critter-eks/cdk.tf.json": stack,
  });
  const { stdout } = await inProcess(["diff", "base", "head", "-o", "json", "--builtin"], { cwd: out });
  const { options, removed } = JSON.parse(stdout);
  expect(options.map(({ id }: { id: string }) => id)).toEqual(["critter-eks"]);
  expect(removed.map(({ id }: { id: string }) => id)).toEqual(["other"]);
});
