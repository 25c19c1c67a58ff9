import { only, read } from "./fixtures";

const store = (type: string, body: object) => only(read({ [type]: { X: body } }).stores);
const nodes = (resources: Parameters<typeof read>[0]) =>
  read(resources).nodes.map(({ name, instanceType, count }) => [name, instanceType, count]);

const span = (min: number, steady: number, max: number) => ({ min, steady, max });

it("reads the machines of Azure, a cluster's own pool among them", () => {
  expect(
    nodes({
      azurerm_kubernetes_cluster: {
        A: {
          name: "aks",
          default_node_pool: [{ name: "system", vm_size: "Standard_D2s_v5", node_count: 3 }],
        },
      },
      azurerm_kubernetes_cluster_node_pool: {
        B: {
          name: "work",
          vm_size: "Standard_D4s_v5",
          auto_scaling_enabled: true,
          min_count: 2,
          max_count: 6,
        },
        C: { name: "old", enable_auto_scaling: true, min_count: 1, node_count: 2, max_count: 3 },
      },
      azurerm_linux_virtual_machine: { D: { count: 2, name: "vm", size: "Standard_B2s" } },
    }),
  ).toEqual([
    ["aks/system", "Standard_D2s_v5", span(3, 3, 3)],
    ["work", "Standard_D4s_v5", span(2, 2, 6)],
    ["old", undefined, span(1, 2, 3)],
    ["vm", "Standard_B2s", span(2, 2, 2)],
  ]);
});

describe("GKE", () => {
  const config = { node_config: { machine_type: "e2-standard-4" } };

  it.each([
    [{ location: "europe-west1", node_count: 1 }, span(3, 3, 3)],
    [
      { location: "europe-west1", node_locations: ["europe-west1-b", "europe-west1-c"], node_count: 1 },
      span(2, 2, 2),
    ],
    [{ location: "europe-west1-b", node_count: 2 }, span(2, 2, 2)],
    [{ location: "europe-west1-b", node_locations: ["europe-west1-c"], node_count: 2 }, span(4, 4, 4)],
    [{ location: "europe-west1", autoscaling: { min_node_count: 1, max_node_count: 3 } }, span(3, 3, 9)],
    [
      { location: "europe-west1", autoscaling: { total_min_node_count: 1, total_max_node_count: 4 } },
      span(1, 1, 4),
    ],
  ])("counts nodes by zone: %j", (body, count) => {
    expect(nodes({ google_container_node_pool: { P: { name: "p", ...config, ...body } } })).toEqual([
      ["p", "e2-standard-4", count],
    ]);
  });

  it("does not know the number without the zones", () => {
    const { nodes: found, unknowns } = read({ google_container_node_pool: { P: { node_count: 1 } } });
    expect(only(found).count).toBeUndefined();
    expect(unknowns.map(({ what }) => what)).toEqual(["nodes"]);
  });

  it("has a pool of the cluster's own, unless that is removed or Google runs the nodes", () => {
    const cluster = (body: object) =>
      nodes({ google_container_cluster: { C: { name: "c", location: "europe-west1-b", ...body } } });
    expect(cluster({ initial_node_count: 3, ...config })).toEqual([["c", "e2-standard-4", span(3, 3, 3)]]);
    expect(cluster({ initial_node_count: 1, remove_default_node_pool: true })).toEqual([]);
    expect(cluster({ enable_autopilot: true })).toEqual([]);
  });
});

it.each([
  [
    "azurerm_postgresql_flexible_server",
    { name: "pg", version: "16", sku_name: "GP_Standard_D2s_v3", storage_mb: 65_536 },
    { engine: "postgres 16", size: "GP_Standard_D2s_v3", sizeGiB: 64, copies: 1, survivesNodeLoss: false },
  ],
  [
    "azurerm_postgresql_flexible_server",
    { version: "16", high_availability: [{ mode: "ZoneRedundant" }] },
    { copies: 2, survivesNodeLoss: true },
  ],
  [
    "azurerm_mysql_flexible_server",
    { version: "8.0.21", storage: { size_gb: 20 } },
    { engine: "mysql 8.0.21", sizeGiB: 20 },
  ],
  [
    "azurerm_redis_cache",
    { name: "r", sku_name: "Basic", family: "C", capacity: 1 },
    { engine: "redis", size: "Basic C 1", copies: 1, survivesRestart: false, survivesNodeLoss: false },
  ],
  [
    "azurerm_redis_cache",
    { sku_name: "Premium", redis_configuration: { rdb_backup_enabled: true }, redis_version: "6" },
    { engine: "redis 6", copies: 2, survivesRestart: true, survivesNodeLoss: true },
  ],
  [
    "google_sql_database_instance",
    { name: "sql", database_version: "POSTGRES_16", settings: { tier: "db-g1-small", disk_size: 20 } },
    {
      name: "sql",
      engine: "postgres 16",
      size: "db-g1-small",
      sizeGiB: 20,
      copies: 1,
      survivesNodeLoss: false,
    },
  ],
  [
    "google_sql_database_instance",
    { database_version: "MYSQL_8_0", settings: { availability_type: "REGIONAL" } },
    { engine: "mysql 8.0", copies: 2, survivesNodeLoss: true },
  ],
  [
    "google_redis_instance",
    { name: "r", memory_size_gb: 1, redis_version: "REDIS_7_0" },
    {
      engine: "redis 7.0",
      size: "BASIC",
      sizeGiB: 1,
      copies: 1,
      survivesRestart: false,
      survivesNodeLoss: false,
    },
  ],
  [
    "google_redis_instance",
    { tier: "STANDARD_HA", redis_version: "REDIS_6_X", replica_count: 2 },
    { engine: "redis 6", copies: 3, survivesNodeLoss: true },
  ],
  [
    "cloudamqp_instance",
    { name: "q", plan: "bunny-3", rmq_version: "4.1" },
    { engine: "rabbitmq 4.1", size: "bunny-3", copies: 3, survivesNodeLoss: true },
  ],
])("reads %s %j", (type, body, expected) => {
  expect(store(type, body)).toMatchObject(expected);
});

it("does not know the nodes of a shared CloudAMQP plan", () => {
  expect(store("cloudamqp_instance", { name: "q", plan: "tiger" }).copies).toBeUndefined();
});

it("reads a load balancer that is open to the outside", () => {
  const { exposures } = read({
    aws_lb: { A: { name: "web" }, B: { name: "own", internal: true } },
    aws_alb: { C: { name: "net", load_balancer_type: "network" } },
  });
  expect(exposures.map(({ id, via, backends }) => [id, via, only(backends).service])).toEqual([
    ["aws_alb.C", "AWS network load balancer", "net"],
    ["aws_lb.A", "AWS application load balancer", "web"],
  ]);
});

it("reads secrets of every cloud, and whether a value stands in the document", () => {
  const footprint = read({
    azurerm_key_vault_secret: { A: { name: "a", value: "hunter2" }, B: { name: "b", value: "${var.b}" } },
    google_secret_manager_secret: { C: { secret_id: "c" }, D: { secret_id: "d" } },
    google_secret_manager_secret_version: {
      C: { secret: "${google_secret_manager_secret.C.id}", secret_data: "hunter2" },
      D: { secret: "${google_secret_manager_secret.D.id}", secret_data: "${var.d}" },
    },
    vault_kv_secret_v2: { E: { name: "e", data_json: '{"p": "hunter2"}' } },
    aws_ssm_parameter: {
      F: { name: "f", type: "SecureString", value: "${var.f}" },
      G: { name: "g", type: "String" },
    },
  });
  expect(
    footprint.secrets.map(({ name, store: kept, valueInDocument }) => [name, kept, valueInDocument]),
  ).toEqual([
    ["f", "aws parameter store", false],
    ["a", "azure key vault", true],
    ["b", "azure key vault", false],
    ["c", "google secret manager", true],
    ["d", "google secret manager", false],
    ["e", "vault", true],
  ]);
  expect(JSON.stringify(footprint)).not.toContain("hunter2");
  expect(footprint.unread).toEqual({});
});

it("lists what costs money and is not read", () => {
  const { unread } = read({
    aws_medialive_channel: { N: {} },
    aws_eks_cluster: { C: {} },
    aws_kms_key: { K: {} },
    aws_appconfig_application: { A: {} },
    azurerm_resource_group: { R: {} },
    google_compute_network: { V: {} },
    datadog_dashboard_json: { D: {} },
    kubernetes_storage_class_v1: { S: {} },
  });
  expect(unread).toEqual({ aws_medialive_channel: 1 });
});

it("reads a queue of SQS, which no broker's loss takes along", () => {
  const { queues, charges, unread } = read({
    aws_sqs_queue: { A: { name: "mails" }, B: { name: "orders.fifo", fifo_queue: true } },
    aws_sqs_queue_policy: { P: {} },
  });
  expect(queues).toEqual([
    { id: "aws_sqs_queue.A", name: "mails", type: "SQS", durable: true },
    { id: "aws_sqs_queue.B", name: "orders.fifo", type: "SQS FIFO", durable: true },
  ]);
  expect(charges.map(({ sku, byUse }) => [sku, byUse])).toEqual([
    ["sqs/requests/standard", true],
    ["sqs/requests/fifo", true],
  ]);
  expect(unread).toEqual({});
});

it("leaves what runs by itself unread, and not what such a thing is made of", () => {
  const { unread } = read({
    aws_ecs_cluster: { C: {} },
    aws_ecs_task_definition: { T: {} },
    aws_ecs_service: { S: {} },
    aws_lambda_permission: { P: {} },
    aws_lambda_function: { L: {} },
  });
  expect(unread).toEqual({});
});
