import { amount, billed, byUse, hourly, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { targetOf } from "../terraform/target";
import { type Billed, ignored, partOf, type TerraformTypes, type TypeContext } from "../terraform/type";
import { own } from "../text/value";

const CONFIGURATION = "aws_sagemaker_endpoint_configuration";

/** Amazon SageMaker. */
export const SAGEMAKER: TerraformTypes = {
  aws_sagemaker_notebook_instance: {
    charges: (body) => [
      hourly(sized("sagemaker/notebook", body.optional("instance_type"))),
      billed("GiB-month", "sagemaker/storage", amount(body, "volume_size", 5)),
    ],
    chargedOnly: "a workplace of one person",
  },
  aws_sagemaker_endpoint: {
    charges: endpoint,
    chargedOnly: "answers from a model on machines of the service",
  },
  ...partOf("aws_sagemaker_endpoint", CONFIGURATION),
  aws_sagemaker_domain: {
    charges: () => [byUse("sagemaker/studio", "hour of an application"), byUse("sagemaker/efs", "GiB-month")],
    chargedOnly: "workplaces of people",
  },
  aws_sagemaker_app: {
    charges: (body) => [
      byUse(
        sized("sagemaker/studio", body.at("resource_spec").optional("instance_type")) ?? "sagemaker/studio",
        "hour of use",
      ),
    ],
    chargedOnly: "a workplace of one person",
  },
  aws_sagemaker_feature_group: {
    charges: () => [byUse("sagemaker/feature-store", "million reads and writes, and GiB-month")],
    chargedOnly: "keeps features of models, which are computed from other data",
  },
  ...ignored(
    "describes a model, or a setting",
    "aws_sagemaker_app_image_config",
    "aws_sagemaker_code_repository",
    "aws_sagemaker_device*",
    "aws_sagemaker_flow_definition",
    "aws_sagemaker_human_task_ui",
    "aws_sagemaker_image*",
    "aws_sagemaker_model*",
    "aws_sagemaker_notebook_instance_lifecycle_configuration",
    "aws_sagemaker_pipeline",
    "aws_sagemaker_project",
    "aws_sagemaker_servicecatalog_portfolio_status",
    "aws_sagemaker_space",
    "aws_sagemaker_studio_lifecycle_config",
    "aws_sagemaker_user_profile",
    "aws_sagemaker_work*",
  ),
};

/** The variants of its configuration; serverless ones are charged by use. */
function endpoint(body: Cursor, { raw, related }: TypeContext): Billed[] {
  const configuration = targetOf(own(raw, "endpoint_config_name"), {
    type: CONFIGURATION,
    from: body.id,
    related,
  });
  const variants = configuration?.body.all("production_variants");
  if (configuration === undefined || typeof variants !== "object")
    return [billed("hour", undefined, undefined)];
  return configuration.body.items("production_variants").flatMap(variant);
}

function variant(body: Cursor): Billed[] {
  const serverless = body.at("serverless_config");
  if (serverless.present)
    return [
      byUse(
        "sagemaker/serverless",
        `second at ${serverless.optional("memory_size_in_mb") ?? "unresolved"} MiB`,
      ),
    ];
  const scaling = body.at("managed_instance_scaling");
  const count = amount(scaling, "min_instance_count") ?? amount(body, "initial_instance_count");
  const sku = sized("sagemaker/hosting", body.optional("instance_type"));
  const storage = times(amount(body, "volume_size_in_gb"), count);
  return [
    billed("hour", sku, count),
    ...(storage === undefined ? [] : [billed("GiB-month", "sagemaker/storage", storage)]),
  ];
}
