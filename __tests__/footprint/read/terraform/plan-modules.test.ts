import { toFootprint } from "../../../../footprint/read";
import { only } from "../fixtures";
import { type Planned, plan } from "./planned";

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
  ])("reports that the value of an %s is in the plan, by its %s", (type, names, holds, instance) => {
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
