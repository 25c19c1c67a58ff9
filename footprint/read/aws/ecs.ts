import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Elastic Container Service. */
export const ECS: TerraformTypes = {
  ...ignored("runs nothing by itself: services and tasks do", "aws_ecs_cluster", "aws_ecs_task_definition"),
  ...ignored("setting of a cluster", "aws_ecs_cluster_capacity_providers"),
};
