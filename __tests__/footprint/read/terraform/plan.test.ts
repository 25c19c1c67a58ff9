import { readFootprint, toFootprint } from "../../../../footprint/read";
import { only, refusal } from "../fixtures";
import { API, FILE, plan } from "./planned";

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

it("counts every instance, and no data source", () => {
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
      /^contains neither a plan nor a state: Terraform manages nothing there; /,
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

it("counts what remains once everything is planned away", () => {
  const gone = { address: "aws_instance.X", change: { actions: ["delete"], after: null, after_unknown: {} } };
  const planned = { ...plan(), planned_values: { root_module: {} }, resource_changes: [gone] };
  expect(toFootprint(planned)).toMatchObject({
    nodes: [],
    workloads: [],
    unknowns: [{ id: "plan", what: "destroy", why: "the plan deletes all that there is: resources 1" }],
  });
});

it("refuses a plan that failed, and a resource without a type", () => {
  expect(refusal(() => toFootprint({ ...plan(), errored: true }))).toBe(
    "the plan failed: it is not complete; plan again, then: terraform show -json FILE",
  );
  const values = { root_module: { resources: [{ address: "a.b" }] } };
  expect(refusal(() => toFootprint({ format_version: "1.0", values }))).toMatch(
    /^planned_values: a\.b: has no type; /,
  );
});
