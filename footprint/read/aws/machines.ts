import { exactly, spanOf } from "../machines/spans";
import { amount, billed, blocks, byUse, hourly, monthly, named, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { rawBlock } from "../terraform/target";
import {
  type Billed,
  ignored,
  type Machines,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { launchTemplate, machinesOf } from "./launch";
import { SPOT } from "./purchase";

/** Machines that other services than EC2 start, fleets of spot machines, and hosts of one's own. */
export const MACHINES: TerraformTypes = {
  aws_ec2_fleet: { nodes: fleet },
  aws_spot_fleet_request: { nodes: spotFleet },
  aws_elastic_beanstalk_environment: { nodes: beanstalk, charges: beanstalkCharges },
  aws_lightsail_instance: {
    nodes: (body, { times: instances }) => ({
      name: body.named("name"),
      instanceType: body.required("bundle_id", "instance type"),
      sku: sized("lightsail", body.optional("bundle_id")),
      hasDisk: true,
      count: exactly(1, instances),
    }),
    startUp: [{ path: ["user_data"], encoding: "utf8" }],
  },
  aws_lightsail_database: {
    charges: (body) => [monthly(sized("lightsail/database", body.optional("relational_database_bundle_id")))],
    store: (body) => ({
      id: body.id,
      name: body.named("relational_database_name"),
      engine:
        body.optional("relational_database_blueprint_id")?.replace("_", " ").replace("_", ".") ?? "database",
      size: body.required("relational_database_bundle_id", "size"),
      copies: body.optional("relational_database_bundle_id")?.includes("ha_") === true ? 2 : 1,
      survivesRestart: true,
    }),
  },
  aws_lightsail_disk: {
    store: (body) => ({
      id: body.id,
      name: body.named("name"),
      engine: "disk",
      sizeGiB: body.number("size_in_gb", "size"),
      survivesRestart: true,
      survivesNodeLoss: true,
    }),
    charges: (body) => [billed("GiB-month", "lightsail/disk", amount(body, "size_in_gb"))],
  },
  aws_lightsail_lb: {
    exposures: (body) => [
      {
        id: body.id,
        via: "AWS Lightsail load balancer",
        hosts: [],
        paths: [],
        backends: [{ service: body.named("name") }],
      },
    ],
    charges: () => [monthly("lightsail/load-balancer")],
  },
  /** A host is charged whole, whatever runs on it. */
  aws_ec2_host: {
    charges: (body) => {
      const family = body.optional("instance_family") ?? body.optional("instance_type")?.split(".")[0];
      return [hourly(sized("ec2-host", family))];
    },
    chargedOnly: "a host whose machines are listed by themselves",
  },
  aws_ec2_capacity_reservation: {
    charges: (body) => [
      billed("hour", sized("ec2", body.optional("instance_type")), amount(body, "instance_count")),
    ],
    chargedOnly: "keeps room for machines, which are charged whether they run or not",
  },
  /** Jobs start machines when there are any; the fewest vCPUs always run. */
  aws_batch_compute_environment: {
    charges: (body) => {
      const resources = body.at("compute_resources");
      if (!resources.present) return [];
      const kind = resources.optional("type")?.toLowerCase();
      const [least, most] = ["min_vcpus", "max_vcpus"].map((key) => resources.optional(key) ?? "unresolved");
      const fargate = kind?.startsWith("fargate") === true;
      return [
        byUse(
          named("batch", kind?.replace("_", "-")) ?? "batch",
          fargate ? `vCPU-hour and GiB-hour, at most ${most} vCPU` : `machine-hour, ${least} to ${most} vCPU`,
        ),
      ];
    },
    chargedOnly: "runs jobs when there are any",
  },
  ...ignored(
    "a job that somebody starts, or a setting of machines",
    "aws_batch_job_definition",
    "aws_batch_job_queue",
    "aws_batch_scheduling_policy",
    "aws_ec2_instance_state",
    "aws_ec2_serial_console_access",
    "aws_elastic_beanstalk_application*",
    "aws_elastic_beanstalk_configuration_template",
    "aws_lightsail_*_attachment",
    "aws_lightsail_certificate",
    "aws_lightsail_domain*",
    "aws_lightsail_instance_public_ports",
    "aws_lightsail_key_pair",
    "aws_lightsail_lb_*",
    "aws_lightsail_static_ip",
  ),
};

/** The first launch template has the type; the share of spot is the target that is none on demand. */
function fleet(body: Cursor, context: TypeContext): Machines {
  const target = body.at("target_capacity_specification");
  const [first] = blocks(body, "launch_template_config");
  const override = first && blocks(first, "override")[0];
  const raw = rawBlock(rawBlock(context.raw, "launch_template_config"), "launch_template_specification");
  const template = launchTemplate(body, raw, context);
  const base = template && machinesOf(template);
  const instanceType = override?.optional("instance_type") ?? base?.instanceType;
  if (instanceType === undefined)
    body.noteUnknown("instance type", "neither the fleet nor a launch template of the document has it");
  const isSpot = target.optional("default_target_capacity_type") === "spot";
  return {
    name: body.at("tags").text("Name") ?? body.id,
    instanceType,
    count: exactly(target.count("total_target_capacity", "nodes"), context.times),
    notOnDemand: isSpot ? SPOT : base?.notOnDemand,
  };
}

function spotFleet(body: Cursor, { times: instances }: TypeContext): Machines {
  const [first] = blocks(body, "launch_specification");
  const instanceType = first?.optional("instance_type");
  if (instanceType === undefined)
    body.noteUnknown("instance type", "no launch specification of the fleet has it");
  return {
    name: body.at("tags").text("Name") ?? body.id,
    instanceType,
    count: exactly(body.count("target_capacity", "nodes"), instances),
    notOnDemand: SPOT,
  };
}

/** Settings of an environment, by name space and name; undefined for a value that is known after apply. */
function settings(body: Cursor): ReadonlyMap<string, string | undefined> {
  return new Map(
    blocks(body, "setting").map((each): [string, string | undefined] => [
      `${each.text("namespace")}/${each.text("name")}`,
      each.optional("value"),
    ]),
  );
}

/** A setting, what holds where there is none, or undefined where it is known after apply. */
function setting(
  all: ReadonlyMap<string, string | undefined>,
  key: string,
  absent: string,
): string | undefined {
  return all.has(key) ? all.get(key) : absent;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * Machines of an environment: one, or a group behind a load balancer.
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
 */
function beanstalk(body: Cursor, { times: instances }: TypeContext): Machines {
  const all = settings(body);
  const single = isSingle(all);
  const size = (name: string, absent: string) =>
    numberOf(setting(all, `aws:autoscaling:asg/${name}`, absent));
  const least = single ? 1 : size("MinSize", "1");
  const most = single ? 1 : size("MaxSize", "4");
  const type =
    all.get("aws:ec2:instances/InstanceTypes")?.split(",")[0]?.trim() ??
    all.get("aws:autoscaling:launchconfiguration/InstanceType");
  if (type === undefined)
    body.noteUnknown("instance type", "no setting of the environment has it: its platform decides");
  return {
    name: body.named("name"),
    instanceType: type,
    count: spanOf(least, least, most, instances),
    notOnDemand: all.get("aws:ec2:instances/EnableSpot") === "true" ? SPOT : undefined,
  };
}

function isSingle(all: ReadonlyMap<string, string | undefined>): boolean {
  return all.get("aws:elasticbeanstalk:environment/EnvironmentType") === "SingleInstance";
}

function beanstalkCharges(body: Cursor): Billed[] {
  const all = settings(body);
  const prefix = "aws:autoscaling:launchconfiguration";
  const isWorker = body.optional("tier") === "Worker";
  const machines = isSingle(all) ? 1 : numberOf(setting(all, "aws:autoscaling:asg/MinSize", "1"));
  const balancer = setting(all, "aws:elasticbeanstalk:environment/LoadBalancerType", "classic");
  const disk = sized("ebs", setting(all, `${prefix}/RootVolumeType`, "gp2"));
  return [
    ...(isSingle(all) || isWorker ? [] : [hourly(sized("elb", balancer))]),
    ...(all.has(`${prefix}/RootVolumeSize`)
      ? [billed("GiB-month", disk, times(numberOf(all.get(`${prefix}/RootVolumeSize`)), machines))]
      : []),
  ];
}
