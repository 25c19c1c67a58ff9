import { byUse } from "../terraform/charges";
import type { TerraformTypes } from "../terraform/type";

/** Google Artifact Registry. */
export const ARTIFACT_REGISTRY: TerraformTypes = {
  google_artifact_registry_repository: {
    charges: () => [byUse("artifact-registry/storage", "GiB-month", "storage_gb")],
    chargedOnly: "keeps images, which are built again from source",
  },
  google_container_registry: {
    charges: () => [
      byUse("container-registry/storage", "GiB-month", "storage_gb"),
      byUse("container-registry/class-a-operations", "10,000 operations", "monthly_class_a_operations"),
      byUse("container-registry/class-b-operations", "10,000 operations", "monthly_class_b_operations"),
    ],
    chargedOnly: "keeps images, which are built again from source",
  },
};
