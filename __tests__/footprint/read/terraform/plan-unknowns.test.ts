import { createHash } from "node:crypto";
import { toFootprint } from "../../../../footprint/read";
import { only } from "../fixtures";
import { plan } from "./planned";

it("counts an argument that is written and unresolved as unknown", () => {
  const { topics, unknowns } = toFootprint(
    plan({
      type: "kafka_topic",
      values: { name: "t" },
      unknown: { partitions: true },
      written: { name: {}, partitions: { references: ["terraform_data.n.output"] } },
    }),
  );
  expect(only(topics).partitions).toBeUndefined();
  expect(unknowns).toEqual([{ id: "kafka_topic.X", what: "partitions", why: "known after apply" }]);
});

describe("an argument that the provider fills in", () => {
  const database = (written: object | undefined) =>
    toFootprint(
      plan({
        type: "aws_db_instance",
        values: { identifier: "db", engine: "mysql", engine_version: "8.0", instance_class: "db.t4g.small" },
        unknown: { multi_az: true },
        ...(written === undefined ? {} : { written }),
      }),
    );

  it("has its default", () => {
    const { stores, unknowns } = database({ identifier: {} });
    expect(only(stores)).toMatchObject({ copies: 1, survivesNodeLoss: false });
    expect(unknowns).toEqual([]);
  });

  it("is unknown where the plan does not hold the configuration", () => {
    const { stores, unknowns } = database(undefined);
    expect(only(stores).copies).toBeUndefined();
    expect(only(unknowns)).toMatchObject({ what: "multi_az" });
  });
});

it("reads unresolved blocks as blocks that a dynamic block makes", () => {
  const { unknowns } = toFootprint(
    plan({
      type: "kubernetes_network_policy_v1",
      values: { metadata: [{ name: "p" }], spec: [{ policy_types: ["Ingress"] }] },
      unknown: { spec: [{ ingress: true }] },
      written: { metadata: [{ name: {} }], spec: [{ policy_types: {} }] },
    }),
  );
  expect(unknowns).toEqual([
    { id: "kubernetes_network_policy_v1.X", what: "spec.ingress", why: "known after apply" },
  ]);
});

it("does not take a block that a dynamic block makes for one that is written", () => {
  const { workloads } = toFootprint(
    plan({
      type: "kubernetes_pod_v1",
      values: { metadata: [{ name: "p" }], spec: [{ container: [{ name: "made" }, { name: "written" }] }] },
      unknown: { spec: [{ container: [{ image: true }, { image: true }] }] },
      written: { metadata: [{ name: {} }], spec: [{ container: [{ name: {} }] }] },
    }),
  );
  expect(only(workloads).containers.map(({ image }) => image)).toEqual([
    "${known after apply}",
    "${known after apply}",
  ]);
});

it("does not take two unresolved images for one", () => {
  const pod = (name: string) => ({
    type: "kubernetes_pod_v1",
    address: `kubernetes_pod_v1.X["${name}"]`,
    values: { metadata: [{ name }], spec: [{ container: [{ name }] }] },
    unknown: { spec: [{ container: [{ image: true }] }] },
  });
  expect(toFootprint(plan(pod("a"), pod("b"))).images.map(({ workloads }) => workloads)).toEqual([
    ["a"],
    ["b"],
  ]);
});

it("finds the owner of a thing through the unresolved reference", () => {
  const cluster = { type: "aws_rds_cluster", values: { cluster_identifier: "c", engine: "aurora-mysql" } };
  const instance = (index: number) => ({
    type: "aws_rds_cluster_instance",
    address: `aws_rds_cluster_instance.I[${index}]`,
    values: { instance_class: "db.r6g.large" },
    unknown: { cluster_identifier: true },
    written: {
      instance_class: {},
      cluster_identifier: { references: ["aws_rds_cluster.X.id", "aws_rds_cluster.X"] },
    },
  });
  const { stores } = toFootprint(plan(cluster, instance(0), instance(1)));
  expect(only(stores)).toMatchObject({ size: "db.r6g.large", survivesNodeLoss: true });
});

it("takes text that looks like an expression for text", () => {
  const { topics, unknowns } = toFootprint(
    plan({ type: "kafka_topic", values: { name: "t", config: { "cleanup.policy": "%{if} ${x}" } } }),
  );
  expect(only(topics)).toMatchObject({ cleanupPolicy: "%%{if} $${x}" });
  expect(unknowns).toEqual([]);
});

it("reads start-up data of which the provider keeps a hash, where the configuration holds it", () => {
  const file = { path: "/srv/compose.yaml", content: "services: { web: { image: nginx:1.29 } }" };
  const text = `#cloud-config\n${JSON.stringify({ write_files: [file] })}`;
  const user_data = createHash("sha1").update(text).digest("hex");
  const machine = (written: object) =>
    toFootprint(plan({ type: "aws_instance", values: { instance_type: "t3.micro", user_data }, written }));
  const footprint = machine({ user_data: { constant_value: text } });
  expect(footprint.workloads.map(({ name }) => name)).toEqual(["web"]);
  const why = "the plan has only a hash of its start-up data";
  for (const written of [
    { user_data: { references: ["local.x"] } },
    { user_data: { constant_value: "other" } },
  ]) {
    expect(machine(written)).toMatchObject({ workloads: [], unknowns: [{ what: "what runs on it", why }] });
  }
});

it.each([
  ["a variable that has no value yet", "var.name"],
  ["a resource", "random_pet.X.id"],
])("calls what gets its name from %s by its address", (_, reference) => {
  const named = { unknown: { name: true }, written: { name: { references: [reference] } } };
  const { stores, nodes, topics, secrets } = toFootprint(
    plan(
      { type: "aws_dynamodb_table", values: {}, ...named },
      { type: "aws_autoscaling_group", values: { min_size: 1, max_size: 1 }, ...named },
      { type: "kafka_topic", values: {}, ...named },
      { type: "aws_secretsmanager_secret", values: {}, ...named },
      {
        type: "aws_elasticache_cluster",
        values: {},
        unknown: { cluster_id: true },
        written: { cluster_id: { references: ["var.name"] } },
      },
    ),
  );
  for (const { id, name } of [...stores, ...nodes, ...topics, ...secrets]) expect(name).toBe(id);
  expect(stores).toHaveLength(2);
});
