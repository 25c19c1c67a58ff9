import type { Store } from "../../model";
import { amount, billed, byUse, ifUsed, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

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
    charges: accountCharges,
  },
  azurerm_storage_share: {
    charges: (body) => [
      byUse(
        `storage/share/${(body.optional("access_tier") ?? "TransactionOptimized").toLowerCase()}`,
        "GiB-month",
        "storage_gb",
      ),
    ],
    chargedOnly: "part of an account, which is the store",
  },
  azurerm_storage_queue: {
    queue: (body) => ({ id: body.id, name: body.named("name"), type: "Azure Storage queue", durable: true }),
    charges: () => [
      byUse("storage/queue/capacity", "GiB-month", "monthly_storage_gb"),
      byUse("storage/queue/operations", "10,000 operations", "monthly_class_1_operations"),
    ],
  },
  azurerm_storage_table: {
    charges: () => [
      byUse("storage/table/capacity", "GiB-month", "storage_gb"),
      byUse("storage/table/operations", "10,000 operations", "monthly_write_operations"),
    ],
    chargedOnly: "part of an account, which is the store",
  },
  azurerm_storage_data_lake_gen2_filesystem: { partOf: "azurerm_storage_account" },
  azurerm_storage_sync: {
    charges: () => [byUse("storage/sync-server", "server-month")],
    chargedOnly: "copies files from elsewhere",
  },
  azurerm_netapp_pool: {
    charges: (body) => [
      billed(
        "TiB-month",
        sized("netapp", body.optional("service_level")?.toLowerCase()),
        amount(body, "size_in_tb"),
      ),
    ],
    chargedOnly: "room that volumes share",
  },
  azurerm_netapp_volume: {
    store: (body) => ({
      ...head(body, ["name"], "netapp"),
      size: body.optional("service_level"),
      sizeGiB: body.number("storage_quota_in_gb", "size"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: () => [],
  },
  ...ignored(
    "part or setting of an account",
    "azurerm_netapp_*",
    "azurerm_storage_account_*",
    "azurerm_storage_blob*",
    "azurerm_storage_container*",
    "azurerm_storage_data_lake_gen2_path",
    "azurerm_storage_encryption_scope",
    "azurerm_storage_management_policy",
    "azurerm_storage_object_replication",
    "azurerm_storage_share_*",
    "azurerm_storage_sync_*",
    "azurerm_storage_table_entity",
  ),
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

/** Prices are by replication and access tier; Premium has its own. */
function accountCharges(body: Cursor): Billed[] {
  const replication = body.optional("account_replication_type")?.toLowerCase();
  const premium = body.optional("account_tier") === "Premium";
  const tier = premium ? "premium" : (body.optional("access_tier") ?? "Hot").toLowerCase();
  const prefix = `storage/${replication ?? "unresolved"}/${tier}`;
  const operations = (kind: string, key: string) => byUse(`${prefix}/${kind}`, "10,000 operations", key);
  return [
    byUse(`${prefix}/capacity`, "GiB-month", "storage_gb"),
    operations("write", "monthly_write_operations"),
    operations("read", "monthly_read_operations"),
    ifUsed(`${prefix}/list`, "10,000 operations", "monthly_list_and_create_container_operations"),
    ifUsed(`${prefix}/other`, "10,000 operations", "monthly_other_operations"),
    ...(tier === "hot" ? [] : [ifUsed(`${prefix}/retrieval`, "GiB", "monthly_data_retrieval_gb")]),
  ];
}
