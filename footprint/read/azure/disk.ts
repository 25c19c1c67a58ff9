import { amount, billed, byUse } from "../terraform/charges";
import { head, size } from "../terraform/stores";
import { ignored, type TerraformTypes } from "../terraform/type";
import { managedDisk } from "./disk-size";

/** Azure managed disks. */
export const DISK: TerraformTypes = {
  /**
   * A disk of its own, which outlives the machine that it is attached to. Azure keeps three copies of each, in one
   * zone (LRS) or in three (ZRS).
   * @see https://learn.microsoft.com/azure/virtual-machines/disks-redundancy
   */
  azurerm_managed_disk: {
    store: (body) => ({
      ...head(body, ["name"], "disk"),
      ...size(body, "storage_account_type"),
      sizeGiB: body.number("disk_size_gb", "size"),
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
    }),
    charges: (body) => [managedDisk(body)],
  },
  azurerm_snapshot: {
    charges: (body) => {
      const gibibytes = amount(body, "disk_size_gb");
      return [
        gibibytes === undefined
          ? byUse("disk/snapshot", "GiB-month", "storage_gb")
          : billed("GiB-month", "disk/snapshot", gibibytes),
      ];
    },
    chargedOnly: "a copy of a disk that is listed by itself",
  },
  ...ignored("says how disks are encrypted", "azurerm_disk_access", "azurerm_disk_encryption_set"),
  ...ignored("attaches a disk to a machine", "azurerm_virtual_machine_data_disk_attachment"),
};
