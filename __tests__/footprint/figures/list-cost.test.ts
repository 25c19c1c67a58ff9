import type { PricedEnvironments } from "../../../config/model";
import { type ListPrice, priceList } from "../../../config/prices";
import { listCost } from "../../../footprint/figures/list-cost";
import type { Charge, Footprint } from "../../../footprint/model";
import fc from "../../helpers/fast-check";
import { BOOKING_TOPICS, container, footprint, span, workload } from "../../helpers/footprints";

const price = (
  sku: string,
  unit: ListPrice["unit"],
  usd: number,
  parts: Partial<ListPrice> = {},
): ListPrice => ({
  id: sku,
  book: "test",
  provider: "kubernetes",
  region: "any",
  sku,
  unit,
  usd,
  source: "a test",
  asOf: "2026-01-01",
  assumed: false,
  ...parts,
});
const CPU = price("cpu", "vCPU-hour", 0.03);
const MEMORY = price("memory", "GiB-hour", 0.004);
const NAT = price("nat-gateway", "hour", 0.045, { provider: "aws", region: "us-east-1" });

const charge = (parts: Partial<Charge> = {}): Charge => ({
  id: "aws_nat_gateway.N",
  name: "nat",
  provider: "aws",
  region: "us-east-1",
  sku: "nat-gateway",
  unit: "hour",
  quantity: 1,
  byUse: false,
  ...parts,
});
const api = workload("api", [1, 2, 4], [container("api", [500, 500], [512, 512])]);
const cost = (
  option: Footprint,
  prices: readonly ListPrice[] = [CPU, MEMORY, NAT],
  environments?: PricedEnvironments,
) => listCost(option, { prices: priceList(prices), environments });

test("charges a share of a cluster by what the pods request, at each operating point", () => {
  const { lines, ...sums } = cost(footprint({ workloads: [api] }));
  expect(lines.map(({ thing, quantity, usd }) => [thing, quantity, usd])).toEqual([
    ["api", span(0.5, 1, 2), span(10.95, 21.9, 43.8)],
    ["api", span(0.5, 1, 2), span(1.46, 2.92, 5.84)],
  ]);
  expect(sums).toMatchObject({ min: 12.41, steady: 24.82, max: 49.64, atLeast: false, unpriced: [] });
});

test("multiplies by the environments of the review", () => {
  const once = cost(footprint({ charges: [charge()] }));
  const twice = cost(footprint({ charges: [charge()] }), [NAT], { names: ["production", "staging"] });
  expect([once.steady, twice.steady]).toEqual([32.85, 65.7]);
  expect(twice.environments.names).toEqual(["production", "staging"]);
});

test("charges an owned cluster by whole nodes, and its pods not once more", () => {
  const node = price("ec2/m6i.xlarge", "hour", 0.192, { provider: "aws", region: "us-east-1" });
  const own = footprint({
    workloads: [workload("api", [1, 1, 12], [container("api", [1200, 1200], [64, 64])])],
    nodes: [
      {
        id: "n",
        name: "general",
        instanceType: "m6i.xlarge",
        count: span(1, 1, 5),
        provider: "aws",
        region: "us-east-1",
        runsPods: true,
      },
    ],
  });
  const { lines, min, max } = cost(own, [CPU, MEMORY, node]);
  expect(lines.map(({ thing, quantity }) => [thing, quantity])).toEqual([["nodes general", span(1, 1, 4)]]);
  expect([min, max]).toEqual([140.16, 560.64]);
});

describe("lists as unpriced, and never as zero", () => {
  const why = (option: Parameters<typeof footprint>[0]) =>
    cost(footprint(option)).unpriced.map((each) => `${each.name}: ${each.why}`);

  test.each<[string, Parameters<typeof footprint>[0], string]>([
    [
      "what use decides",
      { charges: [charge({ byUse: true, quantity: undefined, unit: "GiB" })] },
      "nat: usage-billed: price per GiB",
    ],
    ["what no book has", { charges: [charge({ sku: "x" })] }, "nat: no price of aws x in us-east-1"],
    [
      "what is sold elsewhere",
      { charges: [charge({ region: "eu-west-1" })] },
      "nat: no price of aws nat-gateway in eu-west-1",
    ],
    [
      "an unknown region",
      { charges: [charge({ region: undefined })] },
      "nat: no price of aws nat-gateway and its region is unresolved",
    ],
    ["an unknown size", { charges: [charge({ sku: undefined })] }, "nat: SKU unresolved"],
    ["an unknown number", { charges: [charge({ quantity: undefined })] }, "nat: count unresolved"],
    ["a broker of somebody else's", { topics: BOOKING_TOPICS }, "topics: on a broker outside of the option"],
    ["a type that nobody reads", { unread: { aws_x: 2 } }, "aws_x: unsupported resource type"],
    [
      "a pod that requests nothing",
      { workloads: [workload("loose", [1, 1, 1], [{ name: "c", requests: {}, limits: {} }])] },
      "loose: not every container requests CPU and memory",
    ],
    [
      "a job",
      { workloads: [workload("seed", [1, 1, 1], [container("c", [1, 1], [1, 1])], { kind: "Job" })] },
      "seed: runs to completion: hours per month unknown",
    ],
  ])("%s", (_, option, expected) => {
    expect(why(option)).toEqual([expected]);
    expect(cost(footprint(option)).atLeast).toBe(true);
  });
});

test("has no line of 0 USD for what requests nothing", () => {
  const half = workload("half", [1, 1, 1], [{ name: "c", requests: { cpuMillicores: 500 }, limits: {} }]);
  expect(cost(footprint({ workloads: [half] })).lines.map(({ price }) => price.sku)).toEqual(["cpu"]);
});

test("leaves volumes of Docker to the disk of the option's own machine", () => {
  const store = { id: "docker_volume.V", name: "v", engine: "volume" };
  const machine = {
    id: "m",
    name: "m",
    instanceType: "Standard_D2s_v3",
    count: span(1, 1, 1),
    provider: "azure" as const,
  };
  const notPriced = (option: Parameters<typeof footprint>[0]) =>
    cost(footprint(option)).unpriced.map(({ name }) => name);
  expect(notPriced({ stores: [store] })).toEqual(["v"]);
  expect(notPriced({ stores: [store], nodes: [machine] })).toEqual(["disks of m", "nodes m"]);
});

test("traces each line to its book, source and day", () => {
  const assumed = { ...NAT, assumed: true, asOf: "2024-07-01" };
  const { lines, books, asOf } = cost(footprint({ charges: [charge()], workloads: [api] }), [
    CPU,
    MEMORY,
    assumed,
  ]);
  expect(lines.at(-1)).toMatchObject({ thing: "nat", price: assumed });
  expect([books, asOf]).toEqual([["test"], { oldest: "2024-07-01", newest: "2026-01-01" }]);
});

describe("always", () => {
  const replicas = fc
    .tuple(fc.nat(20), fc.nat(20), fc.nat(20))
    .map(([min, more, most]) => [min, min + more, min + more + most] as const);
  const workloads = (prefix: string) =>
    fc
      .array(fc.tuple(replicas, fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 8192 })), {
        maxLength: 5,
      })
      .map((all) =>
        all.map(([span, cpu, memory], index) =>
          workload(`${prefix}${index}`, span, [container("c", [cpu, cpu], [memory, memory])]),
        ),
      );

  test("is homogeneous in price, to half a cent a line", () => {
    fc.assert(
      fc.property(workloads("a"), fc.integer({ min: 2, max: 50 }), (all, factor) => {
        const dearer = [CPU, MEMORY].map((each) => ({ ...each, usd: each.usd * factor }));
        const [plain, scaled] = [
          cost(footprint({ workloads: all })),
          cost(footprint({ workloads: all }), dearer),
        ];
        const slack = 0.005 * (factor + 1) * plain.lines.length + 1e-6;
        expect(Math.abs(scaled.max - plain.max * factor)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  test("is additive over what is deployed", () => {
    fc.assert(
      fc.property(workloads("a"), workloads("b"), (one, other) => {
        const [a, b, both] = [one, other, [...one, ...other]].map(
          (all) => cost(footprint({ workloads: all })).steady,
        );
        expect(both).toBeCloseTo((a ?? 0) + (b ?? 0), 6);
      }),
    );
  });

  test("never falls from min to steady to max, on shared and on owned clusters", () => {
    const nodes = [
      {
        id: "n",
        name: "n",
        instanceType: "m6i.large",
        count: span(1, 1, 500),
        provider: "aws" as const,
        region: "r",
        runsPods: true,
      },
    ];
    const node = price("ec2/m6i.large", "hour", 0.096, { provider: "aws" });
    fc.assert(
      fc.property(workloads("a"), fc.boolean(), (all, isOwned) => {
        const { min, steady, max } = cost(footprint({ workloads: all, nodes: isOwned ? nodes : [] }), [
          CPU,
          MEMORY,
          node,
        ]);
        expect(min).toBeLessThanOrEqual(steady);
        expect(steady).toBeLessThanOrEqual(max);
      }),
    );
  });
});

test("a machine's disks that are billed one by one are not reported as not priced", () => {
  const machine = { id: "aws_instance.M", name: "m" };
  const disk = charge({ id: "aws_instance.M[0]", name: "m", unit: "GiB-month" });
  const names = ({ charges }: Partial<Footprint>) =>
    listCost(footprint({ nodes: [machine], charges }), { prices: priceList([]) }).unpriced.map(
      ({ name }) => name,
    );
  expect(names({ charges: [] })).toContain("disks of m");
  expect(names({ charges: [disk] })).not.toContain("disks of m");
});

test("a module whose insides are not in the document makes the cost a lower bound", () => {
  const unknowns = [{ id: "module.m", what: "resources", why: "contents not in the document" }];
  const { atLeast, unpriced } = listCost(footprint({ unknowns }), { prices: priceList([]) });
  expect({ atLeast, unpriced }).toEqual({
    atLeast: true,
    unpriced: [{ name: "module.m", why: unknowns[0]?.why }],
  });
});

test("a queue that is billed by itself is on nobody else's broker", () => {
  const queue = { id: "aws_sqs_queue.Q", name: "mails" };
  const requests = charge({ id: queue.id, name: "mails", sku: "sqs/requests", byUse: true });
  const names = (charges: readonly Charge[]) =>
    listCost(footprint({ queues: [queue], charges }), { prices: priceList([]) }).unpriced.map(
      ({ name }) => name,
    );
  expect(names([requests])).toEqual(["mails"]);
  expect(names([])).toEqual(["queues"]);
});

test("a spot machine has a price where the user lists one for it", () => {
  const spot = {
    id: "aws_instance.S",
    name: "s",
    provider: "aws" as const,
    region: "us-east-1",
    instanceType: "m5.large",
    count: span(1, 1, 1),
    notOnDemand: "spot market: its price changes",
  };
  const where = { provider: "aws", region: "us-east-1" };
  const onDemand = price("ec2/m5.large", "hour", 0.096, where);
  expect(cost(footprint({ nodes: [spot] }), [onDemand]).unpriced).toContainEqual({
    name: "nodes s",
    why: "spot market: its price changes",
  });
  const own = price("ec2/spot/m5.large", "hour", 0.04, where);
  expect(cost(footprint({ nodes: [spot] }), [onDemand, own]).steady).toBe(29.2);
});
