import { amount, billed, sized } from "../terraform/charges";
import { head, size } from "../terraform/stores";
import type { TerraformTypes } from "../terraform/type";

/** Google Filestore. */
export const FILESTORE: TerraformTypes = {
  google_filestore_instance: {
    store: (body) => ({
      ...head(body, ["name"], "filestore"),
      ...size(body, "tier"),
      sizeGiB: body.at("file_shares").number("capacity_gb", "size"),
      survivesRestart: true,
    }),
    charges: (body) => [
      billed(
        "GiB-month",
        sized("filestore", body.optional("tier")),
        amount(body.at("file_shares"), "capacity_gb"),
      ),
    ],
  },
};
