import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { AUTOSCALER_YAML, CHECKOUT_YAML, folderWith, ownReview, REVIEW_YAML } from "../helpers/own-review";

const folder = ownReview();
const run = (...args: readonly string[]) => inProcess(args, { cwd: folder });
const json = async (...args: readonly string[]) =>
  JSON.parse((await run(...args, "--format", "json")).stdout);

test("compare takes all options of the nearest file, with what the review says of them", async () => {
  const { status, stdout, stderr } = await inProcess(["compare", "--format", "json"], {
    cwd: join(folder, "plans"),
  });
  const { baseline, options } = JSON.parse(stdout);
  expect(baseline).toBe("today");
  expect(options.map(({ id, title, review }: Record<string, string>) => [id, title, review])).toEqual([
    ["today", "One server", "checkout"],
    ["serverless", "Two services", "checkout"],
    ["kubernetes", "EKS", "checkout"],
  ]);
  const [today, serverless, kubernetes] = options;
  expect(serverless.pods).toMatchObject({ min: 3, steady: 3, max: 3 });
  // The autoscaler is in another file than its Deployment.
  expect(kubernetes.pods).toMatchObject({ min: 3, steady: 6, max: 9 });
  expect(today.costUsdPerMonth).toMatchObject({
    low: 170,
    high: 270,
    bookId: "checkout",
    asOf: "2026-11-01",
  });
  expect(serverless.costUsdPerMonth).toBeNull();
  // 9 pods, and the file allows 8.
  expect(status).toBe(1);
  expect(stderr).toContain("kubernetes: pods.max is 9, max 8");
});

test("claims and scores are those of the file", async () => {
  const { claims, scores, summary } = await json("claims");
  expect(summary).toMatchObject([
    { review: "checkout", claims: 5, contradicted: 1, off: 2, unsupported: 1, holds: 1 },
  ]);
  expect(claims.map(({ id, verdict, computed }: Record<string, unknown>) => [id, verdict, computed])).toEqual(
    [
      ["pods", "off", 6],
      ["cheaper", "off", { low: 16.8519, high: 17.6471 }],
      ["most-points", "contradicted", ["serverless"]],
      ["available", "holds", 99.95],
      ["latency", "unsupported", null],
    ],
  );
  expect(scores).toMatchObject([
    {
      review: "checkout",
      totals: { today: 8, serverless: 12, kubernetes: 11 },
      leader: { column: "serverless", points: 1 },
    },
  ]);
  expect((await run("claims", "--strict")).status).toBe(1);
});

test("deviations of the file are shown where the built-in ones are", async () => {
  const deviation = {
    section: "Sizing",
    specified: "two servers",
    implemented: "one",
    reason: "the plan has one",
  };
  expect((await json("compare")).options).toMatchObject([
    { deviations: [deviation] },
    { deviations: [] },
    { deviations: [] },
  ]);
  expect((await json("options", "--deviations")).options[0].deviations).toEqual([deviation]);
  const line =
    'review checkout, "Sizing": specified: two servers; implemented: one; reason: the plan has one';
  expect((await run("options", "--deviations")).stdout).toBe(`today: ${line}\n`);
  expect((await run("compare")).stdout).toMatch(/Implemented +1 deviation +none +none/);
  expect((await run("compare", "--format", "markdown")).stdout).toContain("| 1 deviation<br>&nbsp;Sizing |");
  expect((await run("show", "today")).stdout).toContain("implemented: one");
  const html = (await run("compare", "--format", "html")).stdout;
  expect(html).toContain('<section id="deviations"');
  expect(html).toContain("the plan has one");
});

test.each([
  [
    "options",
    /^today +checkout +One server\nserverless +checkout +Two services\nkubernetes +checkout +EKS\n$/,
  ],
  ["show kubernetes", /^kubernetes\nEKS\n/],
  ["cost today", /Vendor support +100–200 +checkout, 2026-11-01/],
  ["network kubernetes", /shop\/checkout/],
  ["options --builtin", /^f3-inside +000/],
  ["compare partner-b today", /PHP native +One server/],
  ["compare checkout", /Two services/],
  ["claims 000", /^000: /],
])("weighbridge %s", async (words, expected) => {
  const { stdout, stderr } = await run(...words.split(" "));
  expect(stderr.replace(/^weighbridge: (?:today: |kubernetes: |connections between pods).*\n/gm, "")).toBe(
    "",
  );
  expect(stdout).toMatch(expected);
});

test("snapshots are written and checked for all options of the file", async () => {
  const snapshots = join(folder, "snapshots");
  expect(await run("compare", "--write", snapshots)).toMatchObject({ status: 0 });
  expect(await run("compare", "--check", snapshots)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("unchanged: today, serverless, kubernetes"),
  });
});

test("the report has the chapters of the claims and the scores, and the limits of the file", async () => {
  const file = join(folder, "report.html");
  expect(await run("report", "--out", file)).toMatchObject({ status: 0, stdout: `${file}\n` });
  const html = readFileSync(file, "utf8");
  for (const id of ["claims", "scores", "deviations"]) expect(html).toContain(`id="${id}"`);
  expect(html).toContain("exceeds the limit by 1");
});

test("the namespace of an option is that of its objects in every command, and of options that are read from it", async () => {
  const bare = folderWith({
    "pods.yaml": CHECKOUT_YAML.replace(", namespace: shop", ""),
    "weighbridge.yaml":
      "schemaVersion: 1\nreview: x\noptions:\n  a: { from: pods.yaml, namespace: trial }\n  b: { from: { option: a } }\n",
  });
  const of = async (...args: readonly string[]) => (await inProcess(args, { cwd: bare })).stdout;
  const { options } = JSON.parse(await of("compare", "--format", "json"));
  expect(options).toMatchObject([
    { workloads: [{ namespace: "trial" }] },
    { workloads: [{ namespace: "trial" }] },
  ]);
  for (const id of ["a", "b"]) {
    expect(await of("network", id)).toContain("trial/checkout[Deployment]");
    expect(await of("check", id, "--format", "json")).toContain("trial/checkout");
  }
  expect(await of("network", "--from", "c=pods.yaml", "--namespace", "other")).toContain("other/checkout");
});

test("nothing is synthesised of what is read", async () => {
  expect(await run("synth")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(
      "today, serverless, kubernetes: read from files, so there is nothing to synthesise",
    ),
  });
});

test.each([
  [
    "kubernetes",
    "steady: { chekout: 6 }",
    "there is no workload 'chekout' in 'kubernetes'; did you mean checkout?",
  ],
  [
    "kubernetes",
    "steady: { checkout: 10 }",
    "10 replicas are outside of the 3 to 9 that 'checkout' may run; correct the everyday replicas, or the limits of the workload",
  ],
])("everyday replicas that %s cannot have: %s", async (option, steady, fault) => {
  const file = join(folder, "other.yaml");
  writeFileSync(file, REVIEW_YAML.replace("steady: { checkout: 6 }", steady));
  const { status, stderr } = await run("show", option, "--config", "other.yaml");
  expect([status, stderr]).toEqual([2, `weighbridge: other.yaml: line 15, column 15: ${fault}\n`]);
});

test("a row that names a workload which its option does not have is refused at its place", async () => {
  writeFileSync(
    join(folder, "rows.yaml"),
    `${REVIEW_YAML}corresponds: { web: { kubernetes: chekout, serverless: orders } }\n`,
  );
  const { status, stderr } = await run("compare", "--config", "rows.yaml");
  expect([status, stderr]).toEqual([
    2,
    "weighbridge: rows.yaml: line 74, column 23: there is no workload 'chekout' in 'kubernetes'; did you mean checkout?\n",
  ]);
});

test("an input of --from has nothing of a built-in option, or of one of the file, by its name", async () => {
  for (const name of ["partner-b", "today"]) {
    const { options } = await json("compare", "--from", `${name}=plans/services.json`);
    const [input, ...others] = [...options].reverse();
    expect(input).toMatchObject({
      id: name,
      title: name,
      review: "",
      costUsdPerMonth: null,
      pods: { steady: 3 },
    });
    // Beside the options of the file, without the one whose place it takes.
    expect(others.map(({ id }: { id: string }) => id)).toEqual(
      ["kubernetes", "serverless", "today"].filter((id) => id !== name),
    );
  }
});

test("--config and --builtin exclude each other, and a file that is not there is refused", async () => {
  expect((await run("compare", "--config", "weighbridge.yaml", "--builtin")).stderr).toContain(
    "exclude each other",
  );
  expect((await run("compare", "--config", "nope.yaml")).stderr).toBe(
    "weighbridge: nope.yaml: no such file or folder; check the path\n",
  );
});

test("a link that leads out of a folder is not followed", async () => {
  const outside = folderWith({ "secret.yaml": CHECKOUT_YAML });
  const linked = folderWith({
    "weighbridge.yaml": "schemaVersion: 1\nreview: x\noptions: { a: { from: deploy } }\n",
    "deploy/autoscaler.yaml": AUTOSCALER_YAML,
  });
  symlinkSync(join(outside, "secret.yaml"), join(linked, "deploy", "checkout.yaml"));
  for (const command of ["compare", "network", "check"])
    expect(await inProcess([command], { cwd: linked })).toMatchObject({
      status: 2,
      stderr:
        "weighbridge: deploy/checkout.yaml: is a link that leads out of its folder; name what it leads to under 'from'\n",
    });
});

test("a review or an option without claims is reported in one line", async () => {
  const bare = folderWith({
    "pods.yaml": CHECKOUT_YAML,
    "weighbridge.yaml": "schemaVersion: 1\nreview: x\noptions: { a: { from: pods.yaml } }\n",
  });
  const said = async (...words: readonly string[]) =>
    (await inProcess(["claims", ...words], { cwd: bare })).stderr;
  expect(await said()).toBe(
    "weighbridge: x: has no claims and no scores; write them under 'claims' and 'scores' of weighbridge.yaml\n",
  );
  expect(await said("a")).toBe("weighbridge: no claim depends on a; name a review for all of its claims\n");
});
