import { only, read } from "./fixtures";

const store = (type: string, body: object) => only(read({ [type]: { X: body } }).stores);

describe("ElastiCache", () => {
  const single = {
    replication_group_id: "partner",
    engine: "redis",
    engine_version: "7.1",
    node_type: "cache.t4g.small",
    num_cache_clusters: 1,
  };

  it("on one node loses the node and, without snapshots, its data", () => {
    expect(store("aws_elasticache_replication_group", single)).toMatchObject({
      id: "aws_elasticache_replication_group.X",
      name: "partner",
      engine: "redis 7.1",
      size: "cache.t4g.small",
      copies: 1,
      survivesRestart: false,
      survivesNodeLoss: false,
    });
  });

  it.each([
    [{ num_cache_clusters: 2, automatic_failover_enabled: true, snapshot_retention_limit: 1 }, 2, true, true],
    [{ num_cache_clusters: 2 }, 2, false, false],
    [{ num_node_groups: 3, replicas_per_node_group: 2, automatic_failover_enabled: "true" }, 3, false, true],
  ])("%j", (more, copies, survivesRestart, survivesNodeLoss) => {
    expect(store("aws_elasticache_replication_group", { ...single, ...more })).toMatchObject({
      copies,
      survivesRestart,
      survivesNodeLoss,
    });
  });

  it("with a number that is unresolved before an apply has no number", () => {
    const footprint = read({
      aws_elasticache_replication_group: { X: { ...single, num_cache_clusters: "${var.nodes}" } },
    });
    expect(only(footprint.stores).copies).toBeUndefined();
    expect(only(footprint.unknowns)).toMatchObject({ what: "copies" });
  });

  it("as a cluster of its own has one copy", () => {
    expect(
      store("aws_elasticache_cluster", { cluster_id: "c", engine: "memcached", num_cache_nodes: 3 }),
    ).toMatchObject({ name: "c", engine: "memcached", copies: 1, survivesNodeLoss: false });
  });
});

describe("RDS", () => {
  const body = {
    identifier: "db",
    engine: "mysql",
    engine_version: "8.0",
    instance_class: "db.t4g.medium",
    allocated_storage: 20,
  };

  it("survives a lost node with a standby", () => {
    expect(store("aws_db_instance", body)).toMatchObject({
      engine: "mysql 8.0",
      sizeGiB: 20,
      copies: 1,
      survivesNodeLoss: false,
    });
    expect(store("aws_db_instance", { ...body, multi_az: true })).toMatchObject({
      copies: 2,
      survivesNodeLoss: true,
    });
  });

  it("Aurora goes on with a second instance", () => {
    const aurora = (count: number) =>
      read({
        aws_rds_cluster: { C: { cluster_identifier: "c", engine: "aurora-mysql" } },
        aws_rds_cluster_instance: {
          I: { count, cluster_identifier: "${aws_rds_cluster.C.id}", instance_class: "db.r6g.large" },
        },
      });
    expect(only(aurora(1).stores)).toMatchObject({
      copies: 6,
      size: "db.r6g.large",
      survivesNodeLoss: false,
    });
    expect(only(aurora(2).stores)).toMatchObject({ survivesNodeLoss: true });
    expect(only(read({ aws_rds_cluster: { C: { engine: "aurora-mysql" } } }).unknowns)).toMatchObject({
      what: "instances",
    });
  });
});

it.each([
  ["aws_dynamodb_table", { name: "t" }, { name: "t", engine: "dynamodb", copies: 3, survivesNodeLoss: true }],
  [
    "aws_efs_file_system",
    { creation_token: "f" },
    { name: "f", engine: "efs", survivesRestart: true, survivesNodeLoss: true },
  ],
  [
    "aws_mq_broker",
    { broker_name: "b", engine_type: "RabbitMQ", engine_version: "3.13", host_instance_type: "mq.m5.large" },
    { engine: "rabbitmq 3.13", size: "mq.m5.large", copies: 1, survivesNodeLoss: false },
  ],
  [
    "aws_mq_broker",
    { engine_type: "RabbitMQ", deployment_mode: "CLUSTER_MULTI_AZ" },
    { copies: 3, survivesNodeLoss: true },
  ],
  [
    "aws_opensearch_domain",
    {
      domain_name: "d",
      engine_version: "OpenSearch_2.11",
      cluster_config: [{ instance_count: 3, instance_type: "t3.small.search" }],
      ebs_options: { volume_size: 10 },
    },
    { engine: "opensearch 2.11", size: "t3.small.search", sizeGiB: 30, copies: 2, survivesNodeLoss: true },
  ],
  [
    "aws_msk_cluster",
    {
      cluster_name: "k",
      kafka_version: "3.6.0",
      number_of_broker_nodes: 3,
      broker_node_group_info: {
        instance_type: "kafka.t3.small",
        storage_info: { ebs_storage_info: { volume_size: 100 } },
      },
    },
    { engine: "kafka 3.6.0", size: "kafka.t3.small", sizeGiB: 300, survivesNodeLoss: true },
  ],
])("reads %s %j", (type, body, expected) => {
  expect(store(type, body)).toMatchObject(expected);
});

it("reads Kafka topics, each instance of one resource as its own", () => {
  const { topics } = read({
    kafka_topic: {
      Status: {
        name: "booking.status_change",
        partitions: 6,
        replication_factor: 3,
        config: { "cleanup.policy": "delete", "retention.ms": "604800000", "min.insync.replicas": "2" },
      },
      Each: {
        for_each: { lifecycle: 6, notification: 3 },
        name: "booking.${each.key}",
        partitions: "${each.value}",
      },
    },
  });
  expect(topics).toEqual([
    { id: 'kafka_topic.Each["lifecycle"]', name: "booking.lifecycle", partitions: 6 },
    { id: 'kafka_topic.Each["notification"]', name: "booking.notification", partitions: 3 },
    {
      id: "kafka_topic.Status",
      name: "booking.status_change",
      partitions: 6,
      replicationFactor: 3,
      cleanupPolicy: "delete",
      retentionMs: 604_800_000,
      minInsyncReplicas: 2,
    },
  ]);
});

it("reads RabbitMQ queues, which are not durable by default", () => {
  const { queues } = read({
    rabbitmq_queue: {
      A: { name: "orders", settings: [{ durable: true, arguments: { "x-queue-type": "quorum" } }] },
      B: { name: "mails", settings: { arguments_json: '{"x-queue-type":"stream"}' } },
    },
  });
  expect(queues).toEqual([
    { id: "rabbitmq_queue.A", name: "orders", type: "quorum", durable: true },
    { id: "rabbitmq_queue.B", name: "mails", type: "stream", durable: false },
  ]);
});

it("reads machines", () => {
  const { nodes } = read({
    aws_eks_node_group: {
      N: {
        node_group_name: "main",
        instance_types: ["t3.large"],
        scaling_config: { min_size: 2, desired_size: 3, max_size: 5 },
      },
    },
    aws_instance: { I: { count: 8, instance_type: "m5.large", tags: { Name: "f3" } } },
    aws_launch_template: { T: { instance_type: "c5.large" } },
    aws_autoscaling_group: {
      G: { name: "g", min_size: 1, max_size: 4, launch_template: { id: "${aws_launch_template.T.id}" } },
    },
  });
  expect(nodes).toMatchObject([
    {
      id: "aws_autoscaling_group.G",
      name: "g",
      instanceType: "c5.large",
      count: { min: 1, steady: 1, max: 4 },
    },
    {
      id: "aws_eks_node_group.N",
      name: "main",
      instanceType: "t3.large",
      count: { min: 2, steady: 3, max: 5 },
    },
    { id: "aws_instance.I", name: "f3", instanceType: "m5.large", count: { min: 8, steady: 8, max: 8 } },
  ]);
});
