import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const folder = temporaryFolder();

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

const NAT = {
  id: "mine/nat",
  provider: "aws",
  region: "us-east-1",
  sku: "nat-gateway",
  unit: "hour",
  usd: 1,
  source: "our contract",
  asOf: "2020-01-01",
};
const BOOK = { id: "mine", kind: "list", currency: "USD", entries: [NAT] };
const DOCUMENT = {
  terraform: {},
  provider: { aws: { region: "us-east-1" } },
  resource: { aws_nat_gateway: { N: {} } },
};

test("traces every line of both books of the real stacks", async () => {
  const { stdout, status } = await inProcess([
    "cost",
    "partner-a",
    "--format",
    "json",
    "--as-of",
    "2030-01-01",
  ]);
  expect(status).toBe(0);
  const [option] = JSON.parse(stdout).options;
  expect(option.review).toEqual({ low: 370, high: 810, atLeast: false, book: "review-001" });
  expect(option.environments.names).toEqual(["production", "staging"]);
  const counted = option.lines.filter((line: { note?: string }) => line.note === undefined);
  for (const line of counted) {
    expect(line).toMatchObject({
      source: expect.stringMatching(/./),
      book: expect.stringMatching(/^(?:review|list)-/),
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  }
  const list = counted.filter(({ kind }: { kind: string }) => kind === "list");
  const sum = list.reduce(
    (cents: number, line: { steady: number }) => cents + Math.round(line.steady * 100),
    0,
  );
  expect(option.list.steady).toBe(sum / 100);
  expect(option.outdated.map(({ book }: { book: string }) => book)).toEqual([
    "list-aws",
    "list-kubernetes",
    "review-001",
  ]);
});

test("takes prices of a file in place of its own, and lists what it does not price", async () => {
  const from = `x=${file("x.tf.json", DOCUMENT)}`;
  const { stdout } = await inProcess([
    "cost",
    "--from",
    from,
    "--prices",
    file("p.json", BOOK),
    "--format",
    "csv",
  ]);
  const [header, ...rows] = stdout.split("\r\n");
  expect(header).toBe(
    "option,kind,thing,sku,quantityMin,quantitySteady,quantityMax,unit,usdPerUnit,usdLow,usdSteady,usdHigh,book,asOf,assumed,source,note",
  );
  expect(rows[0]).toBe(
    "x,list,aws_nat_gateway.N,nat-gateway,1,1,1,hour,1,730,730,730,mine,2020-01-01,false,our contract,",
  );
  expect(rows[1]).toContain("not priced: usage-billed");
});

test("says which prices are older than a year, at a date and not without one", async () => {
  const from = `x=${file("x.tf.json", DOCUMENT)}`;
  const table = async (...flags: readonly string[]) =>
    (await inProcess(["cost", "--from", from, "--prices", file("p.json", BOOK), ...flags])).stdout;
  expect(await table("--as-of", "2021-01-02")).toContain("mine, 2020-01-01");
  expect(await table("--as-of", "2021-01-01")).not.toContain("older than a year");
  expect(await table()).not.toContain("older than a year");
});

test.each([
  ["no JSON", "{", /line 1, column 2: .*; fix the JSON$/],
  [
    "another kind",
    { ...BOOK, kind: "guess" },
    /kind must be "review" or "list" or "rates", got "guess"; correct the price book$/,
  ],
  [
    "a price that is none",
    { ...BOOK, entries: [{ ...NAT, usd: -1 }] },
    /entries\[0\]\.usd must be a price of 0 or more, got -1; correct the price book$/,
  ],
])("refuses a file of prices in one line: %s", async (_, content, message) => {
  const { stderr, stdout, status } = await inProcess([
    "cost",
    "partner-a",
    "--prices",
    file("bad.json", content),
  ]);
  expect([status, stdout, stderr.trimEnd().split("\n")]).toEqual([2, "", [expect.stringMatching(message)]]);
});

test("every fault of every file of prices is named with line and column", async () => {
  const entries = [
    { ...NAT, usd: 1e308, foo: 1 },
    { ...NAT, provider: "kubernetez", asOf: "2026-02-30" },
  ];
  const discount = { id: "d", percent: 0, provider: "awz", sku: "*", why: "w" };
  const rates = { id: "r", kind: "rates", source: "s", asOf: "2026-01-01", discounts: [discount], bar: 2 };
  const line = { id: "a", option: "partner-a", item: "A", thing: { kind: "store" }, low: 1e308, high: 0.001 };
  const review = { id: "v", kind: "review", asOf: "x", source: "s", currency: "USD", per: "month" };
  const { stderr, stdout, status } = await inProcess([
    "cost",
    "partner-a",
    ...["--prices", file("f1.json", JSON.stringify({ ...BOOK, entries }, undefined, 1))],
    ...["--prices", file("f2.json", rates)],
    ...["--prices", file("f3.json", { ...review, entries: [line] })],
  ]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  const start = `weighbridge: ${folder}/`;
  expect(stderr.trimEnd().split("\n")).toEqual(
    [
      "f1.json: line 12, column 11: entries[0].usd must be at most 1000000000000, got 1e+308; correct the price book",
      "f1.json: line 15, column 4: entries[0].foo is no member of a price book; correct the price book",
      'f1.json: line 19, column 16: entries[1].provider must be "aws" or "azure" or "google" or "cloudamqp" or "datadog" or "pagerduty" or "kubernetes", got "kubernetez"; did you mean kubernetes?',
      'f1.json: line 25, column 12: entries[1].asOf must be a date such as 2026-02-17, got "2026-02-30"; correct the price book',
      expect.stringMatching(
        /f2.json: line 1, column 92: discounts\[0\].percent must be above 0 and at most 100, got 0;/,
      ),
      expect.stringMatching(/f2.json: .*: discounts\[0\].provider must be .*, got "awz"; did you mean aws\?/),
      expect.stringMatching(/f2.json: .*: bar is no member/),
      expect.stringMatching(/f3.json: .*: asOf must be a date/),
      expect.stringMatching(
        /f3.json: .*: entries\[0\].thing.engine must be a text that is not empty, got nothing;/,
      ),
      expect.stringMatching(/f3.json: .*: entries\[0\].low must be at most 1000000000000, got 1e\+308;/),
      expect.stringMatching(
        /f3.json: .*: entries\[0\].high must be .* with at most two decimals, got 0.001;/,
      ),
    ].map((each) => (typeof each === "string" ? start + each : each)),
  );
});

test("entries that nothing uses are named, those that are like something with what that is", async () => {
  const entries = [
    NAT,
    { ...NAT, id: "unit", unit: "month" },
    { ...NAT, id: "sku", sku: "nat-gatway" },
    { ...NAT, id: "other", sku: "eks/cluster" },
  ];
  const discount = { id: "d", percent: 5, sku: "nat-gatway", why: "w" };
  const discounts = [discount, { ...discount, id: "e", sku: "*" }, { ...discount, id: "f", sku: "ec2/*" }];
  const review = { id: "v", kind: "review", source: "s", asOf: "2026-01-01", currency: "USD", per: "month" };
  const line = { id: "a", item: "A", thing: { kind: "all" }, low: 1, high: 1 };
  const lines = ["xx", "x", "partner-z", "partner-a"].map((option) => ({ ...line, id: option, option }));
  const { stderr, status } = await inProcess([
    "cost",
    ...["--from", `x=${file("x.tf.json", DOCUMENT)}`],
    ...["--prices", file("u1.json", { ...BOOK, entries })],
    ...["--prices", file("u2.json", { id: "r", kind: "rates", source: "s", asOf: "2026-01-01", discounts })],
    ...["--prices", file("u3.json", { ...review, entries: lines })],
  ]);
  expect(status).toBe(0);
  expect(
    stderr
      .trimEnd()
      .replaceAll(/weighbridge: [^ ]*\/|line 1, column \d+: /g, "")
      .split("\n"),
  ).toEqual([
    "u1.json: entries[1]: nothing that is compared is priced by aws us-east-1 nat-gateway by month; it is left out; 'unit': did you mean hour?",
    "u1.json: entries[2]: nothing that is compared is priced by aws us-east-1 nat-gatway by hour; it is left out; 'sku': did you mean nat-gateway?",
    "u1.json: entries[3]: nothing that is compared is priced by aws us-east-1 eks/cluster by hour; it is left out",
    "u2.json: discounts[0]: 'nat-gatway' fits nothing that is compared; it is left out; did you mean nat-gateway?",
    "u2.json: discounts[2]: 'ec2/*' fits nothing that is compared; it is left out",
    "u3.json: entries[0]: there is no option 'xx'; it is left out; did you mean x?",
    "u3.json: entries[2]: there is no option 'partner-z'; it is left out; did you mean partner-a, partner-b or partner-c?",
    "u3.json: entries[3]: 'partner-a' is not compared; it is left out",
  ]);
});

test("a pod that fits no node is reported with exit code 1", async () => {
  const container = { name: "c", resources: { requests: { cpu: "8", memory: "1Gi" } } };
  const deployment = {
    metadata: { name: "api" },
    spec: {
      replicas: 1,
      selector: { match_labels: { a: "b" } },
      template: { metadata: { labels: { a: "b" } }, spec: { container } },
    },
  };
  const nodes = { instance_types: ["m6i.large"], scaling_config: { min_size: 1, max_size: 1 } };
  const document = {
    terraform: {},
    resource: { aws_eks_node_group: { N: nodes }, kubernetes_deployment_v1: { D: deployment } },
  };
  const { stderr, status } = await inProcess(["compare", "--from", `x=${file("y.tf.json", document)}`]);
  expect([status, stderr]).toEqual([
    1,
    "weighbridge: x: a pod of api requests 8000m and 1024 MiB and fits no node\n",
  ]);
});

test("an input without prices has no section of sources", async () => {
  const input = file("no-price.tf.json", { resource: { aws_fsx_lustre_file_system: { F: {} } } });
  const { stdout, status } = await inProcess(["cost", "--from", `mine=${input}`]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/not priced/);
  expect(stdout).not.toMatch(/^Sources/m);
});
