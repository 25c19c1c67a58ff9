import { allowed, fromTerraform } from "../../network";
import { linesOf } from "./cluster";

const refs = (...names: string[]) => ({ references: names.flatMap((name) => [`${name}.id`, name]) });
const constant = (constant_value: unknown) => ({ constant_value });

interface Planned {
  readonly address: string;
  readonly values?: object;
  readonly unknown?: object;
}

/** A plan of resources and modules, with a configuration. */
function planOf(resources: readonly Planned[], modules: readonly Planned[], configuration: object) {
  const full = ({ address, values = {} }: Planned) => {
    const [type = "", name = ""] = address.replace(/^module\.\w+\./, "").split(".");
    return { address, mode: "managed", type, name, values };
  };
  const names = new Set(modules.map(({ address }) => /^module\.\w+/.exec(address)?.[0] ?? ""));
  return {
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: resources.map(full),
        child_modules: [...names].map((address) => ({
          address,
          resources: modules.filter((each) => each.address.startsWith(`${address}.`)).map(full),
        })),
      },
    },
    resource_changes: [...resources, ...modules].map(({ address, unknown = {} }) => ({
      address,
      change: { after_unknown: unknown },
    })),
    configuration: { root_module: configuration },
  };
}

test("groups by references of the configuration, through variables and outputs of modules", () => {
  const port = { from_port: 5432, to_port: 5432, protocol: "tcp" };
  const document = planOf(
    [
      {
        address: "aws_security_group.web",
        values: { egress: [{ from_port: 0, to_port: 0, protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }] },
      },
      { address: "aws_instance.web", unknown: { vpc_security_group_ids: true } },
      { address: "aws_instance.other", unknown: { vpc_security_group_ids: true } },
    ],
    [
      { address: "module.db.aws_security_group.this", values: { egress: [] } },
      {
        address: "module.db.aws_security_group_rule.in",
        values: { type: "ingress", ...port },
        unknown: { security_group_id: true, source_security_group_id: true },
      },
      { address: "module.rds.aws_db_instance.this", unknown: { vpc_security_group_ids: true } },
    ],
    {
      resources: [
        { address: "aws_security_group.web", expressions: {} },
        {
          address: "aws_instance.web",
          expressions: { vpc_security_group_ids: refs("aws_security_group.web") },
        },
        {
          address: "aws_instance.other",
          expressions: { vpc_security_group_ids: { references: ["var.groups"] } },
        },
      ],
      module_calls: {
        db: {
          expressions: { source: refs("aws_security_group.web") },
          module: {
            outputs: { id: { expression: refs("aws_security_group.this") } },
            resources: [
              { address: "aws_security_group.this", expressions: {} },
              {
                address: "aws_security_group_rule.in",
                expressions: {
                  security_group_id: refs("aws_security_group.this"),
                  source_security_group_id: { references: ["var.source"] },
                },
              },
            ],
          },
        },
        rds: {
          expressions: { groups: { references: ["module.db.id", "module.db"] } },
          module: {
            resources: [
              {
                address: "aws_db_instance.this",
                expressions: { vpc_security_group_ids: { references: ["var.groups"] } },
              },
            ],
          },
        },
      },
    },
  );
  const model = fromTerraform([{ document }]);
  const db = "module.rds.aws_db_instance.this";
  expect(allowed(model, "aws_instance.web", db, 5432)).toBe(true);
  expect(allowed(model, "aws_instance.web", db, 22)).toBe(false);
  // Its groups are known only after an apply: it may have the group that the rule names.
  expect(allowed(model, "aws_instance.other", db, 5432)).toBeUndefined();
  expect(allowed(model, "aws_instance.other", db, 22)).toBe(false);
});

test("blocks of a set are matched by what is constant in them", () => {
  const block = (port: number) => ({ from_port: port, to_port: port, protocol: "tcp", cidr_blocks: [] });
  const written = (port: number, group: string) => ({
    from_port: constant(port),
    to_port: constant(port),
    protocol: constant("tcp"),
    security_groups: refs(`aws_security_group.${group}`),
  });
  const all = [{ from_port: 0, to_port: 0, protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }];
  const groups = ["a", "b"].map((name) => ({
    address: `aws_security_group.${name}`,
    values: { egress: all },
  }));
  const machines = ["a", "b", "db"].map((name) => ({
    address: `aws_instance.${name}`,
    unknown: { vpc_security_group_ids: true },
  }));
  const document = planOf(
    [
      ...groups,
      ...machines,
      {
        address: "aws_security_group.db",
        values: { ingress: [block(2), block(1)] },
        unknown: { ingress: [{ security_groups: true }, { security_groups: true }] },
      },
    ],
    [],
    {
      resources: [
        ...["a", "b", "db"].map((name) => ({
          address: `aws_instance.${name}`,
          expressions: { vpc_security_group_ids: refs(`aws_security_group.${name}`) },
        })),
        { address: "aws_security_group.db", expressions: { ingress: [written(1, "a"), written(2, "b")] } },
      ],
    },
  );
  const lines = linesOf(fromTerraform([{ document }])).filter((line) => line.includes("=> aws_instance.db "));
  expect(lines).toEqual([
    "aws_instance.a => aws_instance.db : TCP 1",
    "aws_instance.b => aws_instance.db : TCP 2",
  ]);
});

test("a list of which a part is known keeps that part, and names the others", () => {
  const interfaces = ["a", "b"].map((name) => ({
    address: `azurerm_network_interface.${name}`,
    values: { id: `/n/${name}` },
  }));
  const document = planOf(
    [
      ...interfaces,
      {
        address: "azurerm_linux_virtual_machine.vm",
        values: { network_interface_ids: ["/n/a", null] },
        unknown: { network_interface_ids: [false, true] },
      },
    ],
    [],
    {
      resources: [
        {
          address: "azurerm_linux_virtual_machine.vm",
          expressions: { network_interface_ids: refs("azurerm_network_interface.b") },
        },
      ],
    },
  );
  const names = new Set(fromTerraform([{ document }]).workloads.map(({ name }) => name));
  expect([...names]).toEqual(["azurerm_linux_virtual_machine.vm"]);
});
