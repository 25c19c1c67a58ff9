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
  ...ignored("attaches a disk to a machine", "azurerm_virtual_machine_data_disk_attachment"),
};
