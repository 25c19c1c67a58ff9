import { spanOf } from "../machines/spans";
import type { Cursor } from "../terraform/cursor";
import { ignored, partOf, type TerraformTypes } from "../terraform/type";
import { launched } from "./launch";

/** Groups of machines of EC2. */
export const AUTO_SCALING: TerraformTypes = {
  aws_autoscaling_group: {
    nodes: (body, context) => {
      const machines = launched(body, context);
      if (machines?.instanceType === undefined)
        body.noteUnknown("instance type", "no launch template of the document has it");
      return {
        name: body.named("name"),
        ...machines,
        count: scaled(body, "desired_capacity", context.times),
      };
    },
  },
  // Of what it scales: a service of ECS, a table, a cluster.
  ...ignored("limits of what is scaled", "aws_appautoscaling_target"),
  ...partOf("aws_autoscaling_group", "aws_launch_configuration", "aws_launch_template"),
  ...ignored(
    "changes the size of a group within its limits",
    "aws_appautoscaling_policy",
    "aws_appautoscaling_scheduled_action",
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
