import { toFootprint } from "../../../footprint/read";
import { read } from "./fixtures";

const billed = (...parameters: Parameters<typeof read>) =>
  read(...parameters).charges.map(({ sku, unit, quantity, region }) => [sku, unit, quantity, region]);

const VIRGINIA = { provider: { aws: [{ region: "us-east-1" }] } };

describe("AWS", () => {
  it("bills a standby as the instance itself, and its storage with it", () => {
    const database = {
      engine: "mysql",
      instance_class: "db.m7g.large",
      allocated_storage: 100,
      storage_type: "gp3",
    };
    expect(billed({ aws_db_instance: { D: { ...database, multi_az: true } } }, VIRGINIA)).toEqual([
      ["rds/backup", "GiB-month", undefined, "us-east-1"],
      ["rds/mysql/multi-az/db.m7g.large", "hour", 1, "us-east-1"],
      ["rds/storage/gp3", "GiB-month", 200, "us-east-1"],
    ]);
    expect(billed({ aws_db_instance: { D: database } }, VIRGINIA)).toMatchObject([
      ["rds/backup", "GiB-month", undefined, "us-east-1"],
      [expect.anything(), "hour", 1, "us-east-1"],
      [expect.anything(), "GiB-month", 100, "us-east-1"],
    ]);
  });

  it.each([
    ["clusters", { num_cache_clusters: 2 }, 2],
    ["shards with replicas", { num_node_groups: 3, replicas_per_node_group: 1 }, 6],
    ["one node by default", {}, 1],
  ])("counts the nodes of a cache: %s", (_, body, nodes) => {
    const cache = { node_type: "cache.t4g.small", ...body };
    expect(billed({ aws_elasticache_replication_group: { C: cache } })).toEqual([
      ["elasticache/redis/cache.t4g.small", "hour", nodes, undefined],
    ]);
  });

  it("bills the disks of a machine that the document declares", () => {
    const machine = (body: object) => billed({ aws_instance: { M: { instance_type: "t3.micro", ...body } } });
    const root = { volume_type: "gp3", volume_size: 30 };
    expect(machine({ root_block_device: root })).toEqual([["ebs/gp3", "GiB-month", 30, undefined]]);
    expect(machine({ ebs_block_device: [root] })).toEqual([
      [undefined, "GiB-month", undefined, undefined],
      ["ebs/gp3", "GiB-month", 30, undefined],
    ]);
    expect(machine({})).toEqual([]);
  });

  it("bills a member of a replication group with that group", () => {
    expect(billed({ aws_elasticache_cluster: { M: { replication_group_id: "g" } } })).toEqual([]);
  });

  it("reports charges that depend on usage alone", () => {
    const { charges, unread } = read({ aws_nat_gateway: { N: {} } });
    expect(charges.map(({ sku, byUse }) => [sku, byUse])).toEqual([
      ["nat-gateway", false],
      ["nat-gateway/data", true],
    ]);
    expect(unread).toEqual({});
  });

  it("counts the brokers of each mode", () => {
    const broker = { engine_type: "RabbitMQ", host_instance_type: "mq.m5.large" };
    const modes = { S: {}, C: { deployment_mode: "CLUSTER_MULTI_AZ" } };
    const brokers = Object.entries(modes).map(([name, mode]) => [name, { ...broker, ...mode }]);
    expect(
      billed({ aws_mq_broker: Object.fromEntries(brokers) }).filter(([, unit]) => unit === "hour"),
    ).toMatchObject([
      ["mq/rabbitmq/mq.m5.large", "hour", 3],
      ["mq/rabbitmq/mq.m5.large", "hour", 1],
    ]);
  });
});

describe("Azure", () => {
  it("bills the control plane by its tier, and what the cluster makes by itself", () => {
    const cluster = (body: object) =>
      billed({ azurerm_kubernetes_cluster: { C: { location: "East US", ...body } } }).map(([sku]) => sku);
    expect(cluster({ network_profile: { outbound_type: "userDefinedRouting" } })).toEqual(["aks/free"]);
    expect(cluster({ sku_tier: "Standard", ingress_application_gateway: {} })).toEqual([
      "aks/standard",
      "application-gateway/Standard_v2",
      "application-gateway/capacity/Standard_v2",
      "load-balancer/standard",
      "public-ip/standard",
    ]);
  });

  it("takes the location of the resource for its region", () => {
    const server = { location: "${azurerm_resource_group.G.location}", sku_name: "GP_Standard_D2s_v3" };
    expect(
      billed({
        azurerm_resource_group: { G: { location: "West Europe" } },
        azurerm_postgresql_flexible_server: { S: { ...server, high_availability: {}, storage_mb: 65_536 } },
      }),
    ).toEqual([
      ["postgresql/GP_Standard_D2s_v3", "hour", 2, "westeurope"],
      ["postgresql/storage", "GiB-month", 128, "westeurope"],
    ]);
  });
});

describe("Google Cloud", () => {
  it("bills a database of a size of its own by core and GiB", () => {
    const settings = { tier: "db-custom-2-7680", availability_type: "REGIONAL", disk_size: 100 };
    expect(billed({ google_sql_database_instance: { D: { region: "us-east1", settings } } })).toEqual([
      ["sql/memory", "GiB-hour", 15, "us-east1"],
      ["sql/pd-ssd", "GiB-month", 200, "us-east1"],
      ["sql/vcpu", "vCPU-hour", 4, "us-east1"],
    ]);
  });

  it.each([
    [1, "M1"],
    [5, "M2"],
    [35, "M3"],
    [101, "M5"],
  ])("sells %d GiB of cache as %s", (size, tier) => {
    const cache = { tier: "STANDARD_HA", memory_size_gb: size, region: "us-east1" };
    expect(billed({ google_redis_instance: { R: cache } })).toEqual([
      [`memorystore/standard/${tier}`, "GiB-hour", size, "us-east1"],
    ]);
  });

  it("asks nothing for an internal address", () => {
    expect(billed({ google_compute_global_address: { A: { address_type: "INTERNAL" } } })).toEqual([]);
  });
});

it("bills the volumes of a cluster, and none that has no size", () => {
  const claim = (name: string, requests: object) => ({
    metadata: { name },
    spec: { access_modes: ["ReadWriteOnce"], resources: { requests } },
  });
  const claims = { V: claim("v", { storage: "10Gi" }) };
  expect(billed({ kubernetes_persistent_volume_claim_v1: claims })).toEqual([
    ["volume", "GiB-month", 10, undefined],
  ]);
});

it("does not know the quantity of an unknown number of instances", () => {
  expect(billed({ aws_eip: { E: { count: "${var.zones}" } } })).toEqual([
    ["public-ipv4", "hour", undefined, undefined],
  ]);
});

it.each([
  [
    "a variable's default",
    { provider: { aws: { region: "${var.r}" } }, variable: { r: { default: "eu-west-1" } } },
    "eu-west-1",
  ],
  ["the one without an alias", { provider: { aws: [{ alias: "b", region: "b" }, { region: "a" }] } }, "a"],
  ["none without an alias", { provider: { aws: [{ alias: "b", region: "b" }] } }, undefined],
])("takes the region of AWS from the provider: %s", (_, other, region) => {
  expect(billed({ aws_eip: { E: {} } }, other)).toEqual([["public-ipv4", "hour", 1, region]]);
});

it.each(["aws.b", "${aws.b}"])(
  "takes the region of the configuration that a resource names: %s",
  (provider) => {
    const other = { provider: { aws: [{ region: "a" }, { alias: "b", region: "b" }] } };
    expect(billed({ aws_eip: { E: { provider } } }, other)).toEqual([["public-ipv4", "hour", 1, "b"]]);
    const machine = { provider, instance_type: "m5.large" };
    expect(read({ aws_instance: { M: machine } }, other).nodes).toMatchObject([{ region: "b" }]);
  },
);

it("takes the region of the configuration that a module of a plan is given", () => {
  const address = (name: string) => ({ address: `${name}aws_eip.E`, type: "aws_eip", name: "E", values: {} });
  const module = { resources: [{ address: "aws_eip.E", expressions: {}, provider_config_key: "aws.eu" }] };
  const plan = {
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: [address("")],
        child_modules: [{ address: "module.m[0]", resources: [address("module.m[0].")] }],
      },
    },
    configuration: {
      provider_config: {
        aws: { name: "aws", expressions: { region: { constant_value: "us-east-1" } } },
        "aws.eu": { name: "aws", alias: "eu", expressions: { region: { constant_value: "eu-west-1" } } },
      },
      root_module: {
        resources: [{ address: "aws_eip.E", expressions: {}, provider_config_key: "aws" }],
        module_calls: { m: { module } },
      },
    },
  };
  expect(toFootprint(plan).charges.map(({ region }) => region)).toEqual(["us-east-1", "eu-west-1"]);
});

it("takes the region of a plan from its configuration", () => {
  const plan = {
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: [{ address: "aws_eip.E", mode: "managed", type: "aws_eip", name: "E", values: {} }],
      },
    },
    variables: { region: { value: "eu-west-1" } },
    configuration: {
      provider_config: {
        aws: { name: "aws", expressions: { region: { references: ["var.region"] } } },
      },
      root_module: {},
    },
  };
  expect(toFootprint(plan).charges).toMatchObject([{ sku: "public-ipv4", region: "eu-west-1" }]);
});

it("bills the boot disk of a machine of Google Cloud", () => {
  const machine = (size: object) =>
    billed({ google_compute_instance: { M: { boot_disk: { initialize_params: size } } } });
  expect(machine({ size: 20 })).toEqual([["disk/pd-standard", "GiB-month", 20, undefined]]);
  expect(machine({ size: 20, type: "pd-ssd" })).toEqual([["disk/pd-ssd", "GiB-month", 20, undefined]]);
  expect(billed({ google_compute_instance: { M: {} } })).toEqual([]);
});
