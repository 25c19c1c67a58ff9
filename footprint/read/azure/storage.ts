import type { Store } from "../../model";
import { byUse } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
import type { TerraformTypes } from "../terraform/type";

/**
 * Copies of each replication type: three in one data centre (LRS) or in three zones (ZRS); with G, three more in a
 * second region.
 * @see https://learn.microsoft.com/azure/storage/common/storage-redundancy
 */
const COPIES: Readonly<Record<string, number>> = { LRS: 3, ZRS: 3, GRS: 6, RAGRS: 6, GZRS: 6, RAGZRS: 6 };

/** Azure Storage. */
export const STORAGE: TerraformTypes = {
  azurerm_storage_account: {
    store: account,
    charges: () => [byUse("storage", "GiB-month and 10,000 operations")],
  },
};

/** Every replication type survives the loss of a node. */
function account(body: Cursor): Store {
  const replication = body.required("account_replication_type", "copies")?.toUpperCase();
  const tier = body.required("account_tier", "size");
  return {
    ...head(body, ["name"], "azure-storage"),
    size: tier === undefined || replication === undefined ? undefined : `${tier} ${replication}`,
    copies: replication !== undefined && Object.hasOwn(COPIES, replication) ? COPIES[replication] : undefined,
    survivesRestart: true,
    survivesNodeLoss: true,
  };
}
