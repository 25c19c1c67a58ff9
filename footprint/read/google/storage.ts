import { byUse, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
import type { Billed, TerraformTypes } from "../terraform/type";

/** Google Cloud Storage. */
export const STORAGE: TerraformTypes = {
  /**
   * Objects are spread over at least two zones; the number of copies is not published.
   * @see https://cloud.google.com/storage/docs/availability-durability
   */
  google_storage_bucket: {
    store: (body) => ({ ...head(body, ["name"], "gcs"), survivesRestart: true, survivesNodeLoss: true }),
    charges: bucket,
  },
};

/** Charged by the storage class; reading is free with the standard class only. */
function bucket(body: Cursor): Billed[] {
  const kind = textOr(body, "storage_class", "STANDARD")?.toLowerCase() ?? "standard";
  return [
    byUse(`storage/${kind}`, "GiB-month", "storage_gb"),
    byUse(`storage/${kind}/class-a`, "10,000 operations", "monthly_class_a_operations"),
    byUse(`storage/${kind}/class-b`, "10,000 operations", "monthly_class_b_operations"),
    ...(kind === "standard" ? [] : [byUse(`storage/${kind}/retrieval`, "GiB", "monthly_data_retrieval_gb")]),
  ];
}
