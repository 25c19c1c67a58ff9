import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import type { OptionStack } from "../../stack";
import { REPOSITORY } from "./names";

/** Images kept. Chosen: enough to roll back several releases. */
const RETAINED_IMAGES = 10;

/** The repository of the application's image: "Harbor/ECR para registry", "Image scanning automatizado". */
export function addImages(stack: OptionStack): EcrRepository {
  const repository = new EcrRepository(stack, "Images", {
    name: REPOSITORY,
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    forceDelete: !stack.environment.keepsData,
  });
  const selection = { tagStatus: "any", countType: "imageCountMoreThan", countNumber: RETAINED_IMAGES };
  const description = `keep ${RETAINED_IMAGES} images`;
  new EcrLifecyclePolicy(stack, "Retention", {
    repository: repository.name,
    policy: JSON.stringify({
      rules: [{ rulePriority: 1, description, selection, action: { type: "expire" } }],
    }),
  });
  return repository;
}
