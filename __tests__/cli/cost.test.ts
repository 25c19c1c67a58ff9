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
