import { LIST_PRICES } from "../../../config/prices";
import { toFootprint } from "../../../footprint";
import { listCost } from "../../../footprint/figures/list-cost";

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Share of the resources that have a price at all. */
function priced(resource: Readonly<Record<string, Resources>>, provider: unknown): number[] {
  const footprint = toFootprint({ provider, resource });
  const { lines } = listCost(footprint, { prices: LIST_PRICES });
  const things = Object.values(resource).flatMap((each) => Object.keys(each));
  const hourly = lines.filter(({ price }) => price.unit === "hour");
  const named = new Set(hourly.map(({ thing }) => thing.replace("nodes ", "")));
  return [things.filter((thing) => named.has(thing)).length, things.length];
}

/** Each type once, under a name that says which. */
function each(types: readonly string[], body: (type: string) => Record<string, unknown>): Resources {
  const names = types.map((type) => [type.replaceAll(".", "-"), body(type)] as const);
  return Object.fromEntries(names.map(([name, value]) => [name, { name, tags: { Name: name }, ...value }]));
}

function products(families: readonly string[], sizes: readonly string[], join: string): string[] {
  return families.flatMap((family) => sizes.map((size) => family + join + size));
}

const AWS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"];
const AZURE = ["eastus", "westeurope", "uksouth"];
const GOOGLE = ["us-central1", "europe-west1", "europe-west4"];

function share(counts: readonly number[][]): number {
  const sum = (index: number) => counts.reduce((total, count) => total + (count[index] ?? 0), 0);
  return sum(0) / sum(1);
}

test("95 % of the sized machines of covered regions have a price", () => {
  const ec2 = [
    ...products(["t3"], ["micro", "small", "medium", "large", "xlarge"], "."),
    ...products(["m5", "m6i", "c5", "c6i", "r5", "r6i"], ["large", "xlarge", "2xlarge", "4xlarge"], "."),
  ];
  const vms = [
    ...products(["B1ms", "B2s", "B2ms", "B4ms"], [""], ""),
    ...products(["D2", "D4", "D8", "E2", "E4", "E8"], ["s_v3", "s_v4", "s_v5", "ds_v5", "as_v5"], ""),
    ...products(["F2", "F4", "F8", "F16"], ["s_v2"], ""),
  ].map((size) => `Standard_${size}`);
  const engine = [
    ...products(["e2", "n2"], ["standard-2", "standard-4", "standard-8", "highmem-4", "highcpu-8"], "-"),
    ...products(["n1"], ["standard-1", "standard-2", "standard-4", "highmem-2"], "-"),
    ...products(["e2"], ["micro", "small", "medium"], "-"),
  ];
  const counts = [
    ...AWS.map((region) =>
      priced(
        { aws_instance: each(ec2, (type) => ({ ami: "a", instance_type: type })) },
        { aws: [{ region }] },
      ),
    ),
    ...AZURE.map((location) =>
      priced({ azurerm_linux_virtual_machine: each(vms, (size) => ({ size, location })) }, {}),
    ),
    ...GOOGLE.map((region) =>
      priced(
        { google_compute_instance: each(engine, (type) => ({ machine_type: type, zone: `${region}-b` })) },
        {},
      ),
    ),
  ];
  expect(counts.every(([, all = 0]) => all > 10)).toBe(true);
  expect(share(counts)).toBeGreaterThanOrEqual(0.95);
});

test("80 % of the sized databases and caches of covered regions have a price", () => {
  const classes = products(["db.t3", "db.t4g"], ["micro", "small", "medium", "large"], ".").concat(
    products(["db.m5", "db.m6g", "db.r5", "db.r6g"], ["large", "xlarge", "2xlarge"], "."),
  );
  const nodes = products(["cache.t3", "cache.t4g"], ["micro", "small", "medium"], ".").concat(
    products(["cache.m5", "cache.m6g", "cache.r5", "cache.r6g"], ["large", "xlarge"], "."),
  );
  const large = products(["db.r5", "db.r6g"], ["large", "xlarge"], ".").concat("db.t3.medium");
  const counts = AWS.flatMap((region) => {
    const provider = { aws: [{ region }] };
    const databases = ["mysql", "postgres", "mariadb"].flatMap((engine) =>
      [false, true].map((standby) =>
        priced(
          {
            aws_db_instance: each(classes, (type) => ({
              engine,
              instance_class: type,
              allocated_storage: 20,
              multi_az: standby,
            })),
          },
          provider,
        ),
      ),
    );
    const members = priced(
      {
        aws_rds_cluster_instance: each(large, (type) => ({
          engine: "aurora-postgresql",
          instance_class: type,
        })),
      },
      provider,
    );
    const caches = ["redis", "memcached", "valkey"].map((engine) =>
      priced(
        {
          aws_elasticache_cluster: each(nodes, (type) => ({
            engine,
            node_type: type,
            num_cache_nodes: 1,
          })),
        },
        provider,
      ),
    );
    return [...databases, members, ...caches];
  });
  expect(share(counts)).toBeGreaterThanOrEqual(0.8);
});
