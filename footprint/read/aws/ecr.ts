import { byUse } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Elastic Container Registry. */
export const ECR: TerraformTypes = {
  aws_ecr_repository: {
    charges: () => [byUse("ecr/storage", "GiB-month", "storage_gb")],
    chargedOnly: "keeps images, which are built again from source",
  },
  ...ignored(
    "setting of an image registry",
    "aws_ecr_lifecycle_policy",
    "aws_ecr_pull_through_cache_rule",
    "aws_ecr_registry_scanning_configuration",
    "aws_ecr_repository_policy",
  ),
};
