import { byUse } from "../terraform/charges";
import { head } from "../terraform/stores";
import type { TerraformTypes } from "../terraform/type";

/** Google Cloud Storage. */
export const STORAGE: TerraformTypes = {
  /**
   * Objects are spread over at least two zones; the number of copies is not published.
   * @see https://cloud.google.com/storage/docs/availability-durability
   */
  google_storage_bucket: {
    store: (body) => ({ ...head(body, ["name"], "gcs"), survivesRestart: true, survivesNodeLoss: true }),
    charges: () => [byUse("storage", "GiB-month and 10,000 operations")],
  },
};
