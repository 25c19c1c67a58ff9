import { spanOf } from "../machines/spans";
import type { Cursor } from "../terraform/cursor";
import { addressOf } from "../terraform/references";
import { isUnresolved } from "../terraform/template";
import { ignored, partOf, type TerraformTypes, type TypeContext } from "../terraform/type";
import { isObject, own } from "../text/value";

/** Groups of machines of EC2. */
export const AUTO_SCALING: TerraformTypes = {
  aws_autoscaling_group: {
    nodes: (body, context) => {
      const instanceType = launchTemplate(body, context);
      return {
        name: body.named("name"),
        instanceType,
        count: scaled(body, "desired_capacity", context.times),
      };
    },
  },
  ...partOf("aws_autoscaling_group", "aws_launch_template"),
  ...ignored(
    "changes the size of a group within its limits",
    "aws_appautoscaling_policy",
    "aws_appautoscaling_scheduled_action",
    "aws_appautoscaling_target",
    "aws_autoscaling_policy",
    "aws_autoscaling_schedule",
  ),
  ...ignored("setting of a group", "aws_autoscaling_attachment", "aws_autoscaling_lifecycle_hook"),
};

/** Number of machines. The steady size is the desired one; Terraform takes the smallest where there is none. */
export function scaled(body: Cursor, desiredKey: string, times: number | undefined) {
  const min = body.count("min_size", "fewest nodes");
  const max = body.count("max_size", "most nodes");
  const steady = body.count(desiredKey, "everyday nodes", min);
  return spanOf(min, steady, max, times);
}

/** Instance type of the launch template that a group refers to. */
function launchTemplate(body: Cursor, { raw, related }: TypeContext): string | undefined {
  const launch = own(raw, "launch_template");
  const block: unknown = Array.isArray(launch) ? launch[0] : launch;
  const id = isObject(block) ? (own(block, "id") ?? own(block, "name")) : undefined;
  const address = addressOf(id, "aws_launch_template");
  const type = address === undefined ? undefined : related.references.resolve(`\${${address}.instance_type}`);
  if (typeof type === "string" && !isUnresolved(type)) return type;
  body.noteUnknown("instance type", "no launch template of the document has it");
  return undefined;
}
