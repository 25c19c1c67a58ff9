import { byUse } from "../terraform/charges";
import type { TerraformTypes } from "../terraform/type";

/** Google Artifact Registry. */
export const ARTIFACT_REGISTRY: TerraformTypes = {
  google_artifact_registry_repository: {
    charges: () => [byUse("artifact-registry/storage", "GiB-month of images")],
    chargedOnly: "keeps images, which are built again from source",
  },
};
