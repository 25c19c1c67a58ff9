import { byUse, monthly, named } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** What builds, tests and delivers software. */
export const DEVELOPER_TOOLS: TerraformTypes = {
  aws_codebuild_project: { charges: build, chargedOnly: "builds software when somebody starts it" },
  aws_codebuild_fleet: {
    charges: (body) => [
      byUse("codebuild/fleet", `hour of ${body.optional("base_capacity") ?? "unresolved"} reserved machines`),
    ],
    chargedOnly: "machines that build software",
  },
  aws_codepipeline: {
    charges: (body) =>
      body.optional("pipeline_type") === "V2"
        ? [byUse("codepipeline/v2", "minute of an action")]
        : [monthly("codepipeline/v1")],
    chargedOnly: "delivers software",
  },
  aws_codecommit_repository: {
    charges: () => [byUse("codecommit/user", "active user-month above five")],
    chargedOnly: "keeps source code",
  },
  aws_codeartifact_repository: {
    charges: () => [byUse("codeartifact/storage", "GiB-month and 10,000 requests")],
    chargedOnly: "keeps packages, which are built again from source",
  },
  /** Deployments to EC2, Lambda and ECS are free; agents on other machines are charged by update. */
  aws_codedeploy_deployment_group: {
    charges: (body) =>
      body.at("on_premises_instance_tag_filter").present
        ? [byUse("codedeploy/on-premises", "update of a machine")]
        : [],
    chargedOnly: "delivers software",
  },
  aws_device_farm_project: {
    charges: () => [byUse("device-farm/minutes", "minute of a device")],
    chargedOnly: "tests software on devices",
  },
  aws_cloud9_environment_ec2: {
    charges: (body) => [byUse(named("ec2", body.optional("instance_type")) ?? "ec2", "hour of use")],
    chargedOnly: "a workplace of one person, which stops when nobody uses it",
  },
  ...ignored(
    "setting of what delivers software",
    "aws_codeartifact_domain*",
    "aws_codeartifact_repository_permissions_policy",
    "aws_codebuild_report_group",
    "aws_codebuild_resource_policy",
    "aws_codebuild_source_credential",
    "aws_codebuild_webhook",
    "aws_codecommit_*",
    "aws_codedeploy_app",
    "aws_codedeploy_deployment_config",
    "aws_codepipeline_custom_action_type",
    "aws_codepipeline_webhook",
    "aws_codestarconnections_*",
    "aws_codestarnotifications_*",
  ),
};

/** By the minute, at the price of the machine and its system. */
function build(body: Cursor): Billed[] {
  const environment = body.at("environment");
  const system = environment
    .optional("type")
    ?.toLowerCase()
    .replace(/_container$/, "")
    .replaceAll("_", "-");
  const machine = environment
    .optional("compute_type")
    ?.toLowerCase()
    .replace("build_", "")
    .replaceAll("_", ".");
  return [byUse(named("codebuild", system, machine) ?? "codebuild", "minute", "monthly_build_mins")];
}
