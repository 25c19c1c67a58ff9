import { createHash } from "node:crypto";
import { join } from "node:path";
import { readFootprint, toFootprint } from "../../../footprint/read";
import { only, refusal } from "./fixtures";

/** A plan that Terraform made with the real Kubernetes provider, shortened to what matters. */
const FILE = join(__dirname, "plan", "kubernetes.json");

const API = 'module.app["api"].kubernetes_deployment_v1.this[0]';

interface Planned {
  readonly type: string;
  readonly values: object;
  readonly unknown?: object;
  /** Arguments that the configuration writes. @default - the configuration tells nothing */
  readonly written?: object;
  readonly address?: string;
  readonly mode?: string;
}

/** A plan of these resources, one a type. */
function plan(...planned: readonly Planned[]) {
  const named = planned.map((each) => ({ name: "X", mode: "managed", address: `${each.type}.X`, ...each }));
  return {
    format_version: "1.2",
    planned_values: { root_module: { resources: named } },
    resource_changes: named.map(({ address, unknown }) => ({
      address,
      change: { after_unknown: unknown ?? {} },
    })),
    configuration: {
      root_module: {
        resources: named.flatMap(({ address, written }) =>
          written === undefined ? [] : [{ address: address.replace(/\[.*\]$/, ""), expressions: written }],
        ),
      },
    },
  };
}

describe("a real plan", () => {
  const footprint = readFootprint(FILE);

  it("has its name, and things under the address of their module and instance", () => {
    expect(footprint).toMatchObject({
      id: "kubernetes",
      unread: {},
      workloads: [{ id: API, replicas: { min: 2, steady: 2, max: 10 }, scalesOn: ["cpu 60 %"] }],
    });
  });

  it("takes limits that the configuration leaves out for absent, not for unknown", () => {
    expect(only(footprint.workloads).containers).toEqual([
      {
        name: "api",
        image: "${known after apply}",
        requests: { cpuMillicores: 250, memoryMi: 256 },
        limits: {},
      },
      {
        name: "proxy",
        image: "nginx:1.27",
        requests: { cpuMillicores: 50, memoryMi: 64 },
        limits: { cpuMillicores: 100, memoryMi: 64 },
      },
    ]);
  });

  it("says what is known after apply, and nothing else", () => {
    expect(footprint.unknowns).toEqual([
      {
        id: API,
        what: "runtime of the image",
        why: "known after apply, and no annotation names the base image",
      },
    ]);
    expect(footprint.edges.map(({ direction, from, to }) => [direction, from.name, to.name])).toEqual([
      ["ingress", "${known after apply}", "api"],
      ["egress", "api", "${known after apply}"],
    ]);
  });

  it("finds the value of a secret, and keeps it out", () => {
    expect(only(footprint.secrets)).toMatchObject({ name: "database", valueInDocument: true });
    expect(JSON.stringify(footprint)).not.toContain("correct horse battery");
  });
});

it("weighs every instance, and no data source", () => {
  const topic = (index: number) => ({
    type: "kafka_topic",
    address: `kafka_topic.X[${index}]`,
    values: { name: `t${index}`, partitions: 3 },
  });
  const { topics } = toFootprint(plan(topic(0), topic(1), { ...topic(2), mode: "data" }));
  expect(topics.map(({ id, name }) => [id, name])).toEqual([
    ["kafka_topic.X[0]", "t0"],
    ["kafka_topic.X[1]", "t1"],
  ]);
});

it("counts an argument that is written and not known as unknown", () => {
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

it("takes blocks that are not known for blocks that a dynamic block makes", () => {
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

it("does not take two images that are not known for one", () => {
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

it("finds whose a thing is through the reference that is not known", () => {
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

it("reads a state, in which all is known", () => {
  const values = {
    root_module: {
      resources: [{ address: "kafka_topic.X", mode: "managed", type: "kafka_topic", name: "X", values: {} }],
    },
  };
  expect(toFootprint({ format_version: "1.0", values }).topics).toHaveLength(1);
});

describe("a state", () => {
  const state = (...resources: readonly object[]) =>
    toFootprint({
      format_version: "1.0",
      values: {
        root_module: { resources: resources.map((each) => ({ mode: "managed", name: "X", ...each })) },
      },
    });
  const machine = { address: "aws_instance.X[0]", type: "aws_instance" };

  it("has its regions in the names that AWS gave", () => {
    const arn = "arn:aws:ec2:eu-west-1:123456789012:instance/i-1";
    const values = {
      arn,
      instance_type: "t3.micro",
      root_block_device: [{ volume_size: 8, volume_type: "gp3" }],
    };
    const { nodes, charges } = state({ ...machine, values });
    expect([only(nodes).region, only(charges).region]).toEqual(["eu-west-1", "eu-west-1"]);
  });

  it("holds what was set aside beside what took its place", () => {
    const values = { instance_type: "t3.micro" };
    const { nodes } = state({ ...machine, values }, { ...machine, values, deposed_key: "0ddba115" });
    expect(nodes.map(({ id }) => id)).toEqual([
      "aws_instance.X[0]",
      "aws_instance.X[0] (deposed object 0ddba115)",
    ]);
  });

  it("is refused in Terraform's own format, or when nothing is in it", () => {
    expect(refusal(() => toFootprint({ version: 4, lineage: "x", resources: [] }))).toBe(
      "is a state in Terraform's own format; give what this prints in its folder: terraform show -json",
    );
    expect(refusal(() => toFootprint({ format_version: "1.0" }))).toMatch(
      /^holds neither a plan nor a state: Terraform manages nothing there; /,
    );
  });
});

it("says of a plan of a part that it is one", () => {
  const { unknowns } = toFootprint({ ...plan(), complete: false });
  expect(unknowns).toEqual([
    { id: "plan", what: "resources", why: "only a part is planned: by -target, or the rest is put off" },
  ]);
  expect(toFootprint({ ...plan(), complete: true }).unknowns).toEqual([]);
});

it("weighs what stays once everything is planned away", () => {
  const gone = { address: "aws_instance.X", change: { actions: ["delete"], after: null, after_unknown: {} } };
  const planned = { ...plan(), planned_values: { root_module: {} }, resource_changes: [gone] };
  expect(toFootprint(planned)).toMatchObject({ nodes: [], workloads: [], unknowns: [] });
});

it("refuses a plan that failed, and a resource without a type", () => {
  expect(refusal(() => toFootprint({ ...plan(), errored: true }))).toBe(
    "the plan failed: it does not hold all that is planned; plan again, then: terraform show -json FILE",
  );
  const values = { root_module: { resources: [{ address: "a.b" }] } };
  expect(refusal(() => toFootprint({ format_version: "1.0", values }))).toMatch(
    /^planned_values: a\.b: has no type; /,
  );
});

describe("a module", () => {
  /** A plan whose resources stand in an instance of a module. */
  const inModule = (module: string, ...planned: readonly Planned[]) => {
    const { planned_values, configuration, ...rest } = plan(...planned);
    const resources = planned_values.root_module.resources.map((each) => ({
      ...each,
      address: `${module}.${each.address}`,
    }));
    const name = module.replace(/^module\.|\[.*$/g, "");
    return {
      ...rest,
      planned_values: { root_module: { child_modules: [{ address: module, resources }] } },
      resource_changes: rest.resource_changes.map((each) => ({
        ...each,
        address: `${module}.${each.address}`,
      })),
      configuration: { root_module: { module_calls: { [name]: { module: configuration.root_module } } } },
    };
  };
  const refersTo = (reference: string) => ({ references: [`${reference}.id`, reference] });

  it("keeps together what refers to each other in it", () => {
    const { stores, unknowns } = toFootprint(
      inModule(
        'module.data["a.b"]',
        { type: "aws_rds_cluster", values: { cluster_identifier: "c", engine: "aurora-mysql" } },
        {
          type: "aws_rds_cluster_instance",
          values: { instance_class: "db.r6g.large" },
          unknown: { cluster_identifier: true },
          written: { instance_class: {}, cluster_identifier: refersTo("aws_rds_cluster.X") },
        },
      ),
    );
    expect(only(stores)).toMatchObject({ size: "db.r6g.large", survivesNodeLoss: false });
    expect(unknowns).toEqual([]);
  });

  it("finds the one instance that is meant", () => {
    const template = { type: "aws_launch_template", address: "aws_launch_template.X[0]" };
    const { nodes } = toFootprint(
      inModule(
        "module.nodes",
        { ...template, values: { instance_type: "c6i.large" } },
        {
          type: "aws_autoscaling_group",
          values: { min_size: 1, max_size: 2, launch_template: [{}] },
          unknown: { launch_template: [{ id: true }] },
          written: {
            min_size: {},
            max_size: {},
            launch_template: [{ id: refersTo("aws_launch_template.X[0]") }],
          },
        },
      ),
    );
    expect(only(nodes)).toMatchObject({ instanceType: "c6i.large" });
  });

  it.each([
    ["aws_secretsmanager_secret", "secret_id", "secret_string", "X"],
    ["google_secret_manager_secret", "secret", "secret_data", "X"],
    ["aws_secretsmanager_secret", "secret_id", "secret_string", "X[0]"],
  ])("tells that the value of an %s stands in the plan, by its %s", (type, names, holds, instance) => {
    const { secrets } = toFootprint(
      inModule(
        "module.secrets",
        { type, address: `${type}.X[0]`, values: { name: "s" } },
        {
          type: `${type}_version`,
          values: { [holds]: "hunter2" },
          unknown: { [names]: true },
          written: { [holds]: {}, [names]: refersTo(`${type}.${instance}`) },
        },
      ),
    );
    expect(only(secrets)).toMatchObject({ valueInDocument: true });
  });
});

it("reads start-up data of which the provider keeps a hash, where the configuration holds it", () => {
  const file = { path: "/srv/compose.yaml", content: "services: { web: { image: nginx:1.29 } }" };
  const text = `#cloud-config\n${JSON.stringify({ write_files: [file] })}`;
  const user_data = createHash("sha1").update(text).digest("hex");
  const machine = (written: object) =>
    toFootprint(plan({ type: "aws_instance", values: { instance_type: "t3.micro", user_data }, written }));
  const told = machine({ user_data: { constant_value: text } });
  expect(told.workloads.map(({ name }) => name)).toEqual(["web"]);
  const why = "the plan holds no more of its start-up data than a hash";
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
