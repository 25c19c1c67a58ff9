import type { Cursor } from "../terraform/cursor";
import type { RelatedResource } from "../terraform/related";
import { rawBlock, targetOf } from "../terraform/target";
import type { TypeContext } from "../terraform/type";
import { isObject, own } from "../text/value";
import { notOnDemand } from "./purchase";

/** What machines of a group are. */
export interface Launched {
  readonly instanceType?: string;
  readonly notOnDemand?: string;
}

/** Ways in which a block names a launch template. */
const TEMPLATE_KEYS = ["id", "name", "launch_template_id", "launch_template_name"];

/**
 * The machines of a group: those of its mixed instances policy, its launch template or its launch configuration.
 * Undefined where it refers to none of the document.
 */
export function launched(body: Cursor, context: TypeContext): Launched | undefined {
  const mixed = rawBlock(context.raw, "mixed_instances_policy");
  if (isObject(mixed)) return mixedInstances(body, mixed, context);
  const template = launchTemplate(body, rawBlock(context.raw, "launch_template"), context);
  if (template !== undefined) return machinesOf(template);
  const configuration = targetOf(own(context.raw, "launch_configuration"), {
    type: "aws_launch_configuration",
    from: body.id,
    related: context.related,
  });
  return configuration && machinesOf(configuration);
}

/** The launch template that a block names. */
export function launchTemplate(
  body: Cursor,
  block: unknown,
  { related }: TypeContext,
): RelatedResource | undefined {
  if (!isObject(block)) return undefined;
  for (const key of TEMPLATE_KEYS) {
    const found = targetOf(own(block, key), { type: "aws_launch_template", from: body.id, related });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Machines of a launch template or a launch configuration. */
export function machinesOf({ body }: RelatedResource): Launched {
  return { instanceType: body.optional("instance_type"), notOnDemand: notOnDemand(body) };
}

/**
 * The first override has the highest priority, and takes the place of the template's type.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
 */
function mixedInstances(body: Cursor, mixed: unknown, context: TypeContext): Launched {
  const policy = body.at("mixed_instances_policy");
  const distribution = policy.at("instances_distribution");
  const share = distribution.optional("on_demand_percentage_above_base_capacity");
  const inside = policy.at("launch_template");
  const [first] = typeof inside.all("override") === "object" ? inside.items("override") : [];
  const specification = rawBlock(rawBlock(mixed, "launch_template"), "launch_template_specification");
  const template = launchTemplate(body, specification, context);
  const base = template && machinesOf(template);
  const isSpot = share !== undefined && Number(share) < 100;
  return {
    instanceType: first?.optional("instance_type") ?? base?.instanceType,
    notOnDemand: isSpot ? `spot market for ${100 - Number(share)} % of the machines` : base?.notOnDemand,
  };
}
