import { exactly } from "../machines/spans";
import { amount, blocks, byUse, hourly, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import {
  type Billed,
  ignored,
  type Machines,
  type StartUpData,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { managedDisk } from "./disk-size";
import { notOnDemand, vmSize } from "./purchase";

const CUSTOM_DATA: readonly StartUpData[] = [{ path: ["custom_data"], encoding: "base64" }];

/** Azure virtual machines. */
export const VIRTUAL_MACHINES: TerraformTypes = {
  azurerm_linux_virtual_machine: {
    nodes: (body, context) => machine(body, context),
    startUp: CUSTOM_DATA,
    charges: disk,
  },
  azurerm_windows_virtual_machine: {
    nodes: (body, context) => machine(body, context, true),
    startUp: CUSTOM_DATA,
    charges: disk,
  },
  azurerm_linux_virtual_machine_scale_set: {
    nodes: (body, context) => scaleSet(body, context),
    startUp: CUSTOM_DATA,
    charges: scaleSetDisks,
  },
  azurerm_windows_virtual_machine_scale_set: {
    nodes: (body, context) => scaleSet(body, context, true),
    startUp: CUSTOM_DATA,
    charges: scaleSetDisks,
  },
  azurerm_orchestrated_virtual_machine_scale_set: {
    nodes: (body, { times }) => ({
      name: body.named("name"),
      instanceType: vmSize(body.required("sku_name", "instance type")),
      count: exactly(body.count("instances", "nodes"), times),
      notOnDemand: notOnDemand(body, body.at("os_profile").at("windows_configuration").present),
    }),
    charges: scaleSetDisks,
  },
  /** The types that both systems had before version 2.40 of the provider. */
  azurerm_virtual_machine: {
    nodes: (body, { times }) => ({
      name: body.named("name"),
      instanceType: vmSize(body.required("vm_size", "instance type")),
      count: exactly(1, times),
      notOnDemand: notOnDemand(body, isWindows(body, "storage_os_disk")),
    }),
    startUp: [{ path: ["os_profile", "custom_data"], encoding: "utf8" }],
    charges: olderDisks,
  },
  azurerm_virtual_machine_scale_set: {
    nodes: (body, { times }) => {
      const sku = body.at("sku");
      return {
        name: body.named("name"),
        instanceType: vmSize(sku.required("name", "instance type")),
        count: exactly(sku.count("capacity", "nodes"), times),
        notOnDemand: notOnDemand(body, isWindows(body, "storage_profile_os_disk")),
      };
    },
    startUp: [{ path: ["os_profile", "custom_data"], encoding: "utf8" }],
    charges: (body) => {
      const machines = amount(body.at("sku"), "capacity");
      const os = olderDisk(body.at("storage_profile_os_disk"));
      return [
        multiplied(os, machines),
        ...blocks(body, "storage_profile_data_disk").map((each) => multiplied(olderDisk(each), machines)),
      ];
    },
  },
  azurerm_dedicated_host: {
    charges: (body) => [hourly(sized("dedicated-host", body.optional("sku_name")))],
    chargedOnly: "a host whose machines are listed by themselves",
  },
  azurerm_image: {
    charges: () => [byUse("image/storage", "GiB-month", "storage_gb")],
    chargedOnly: "an image of a machine, which is built again",
  },
  azurerm_shared_image_version: {
    charges: () => [byUse("image/storage", "GiB-month", "storage_gb")],
    chargedOnly: "an image of a machine, which is built again",
  },
  ...ignored(
    "setting of a machine",
    "azurerm_availability_set",
    "azurerm_capacity_reservation_group",
    "azurerm_dedicated_host_group",
    "azurerm_monitor_autoscale_setting",
    "azurerm_proximity_placement_group",
    "azurerm_shared_image",
    "azurerm_shared_image_gallery",
    "azurerm_ssh_public_key",
    "azurerm_virtual_machine_extension",
    "azurerm_virtual_machine_run_command",
    "azurerm_virtual_machine_scale_set_extension",
  ),
};

/** Windows by its profile, or by the system of its disk. */
function isWindows(body: Cursor, disk: string): boolean {
  return (
    body.at("os_profile_windows_config").present ||
    body.at(disk).optional("os_type")?.toLowerCase() === "windows"
  );
}

/** A managed disk under the names of older providers. A disk in a storage account is charged with the account. */
function olderDisk(body: Cursor): Billed {
  return managedDisk(body, "managed_disk_type");
}

function olderDisks(body: Cursor): Billed[] {
  const os = body.at("storage_os_disk");
  const data = blocks(body, "storage_data_disk").filter(
    (each) => each.optional("create_option")?.toLowerCase() !== "attach",
  );
  return [...(os.at("vhd_uri").present ? [] : [olderDisk(os)]), ...data.map(olderDisk)];
}

function scaleSetDisks(body: Cursor): Billed[] {
  const machines = amount(body, "instances");
  const disks = [body.at("os_disk"), ...blocks(body, "data_disk")];
  return disks.filter(({ present }) => present).map((each) => multiplied(managedDisk(each), machines));
}

function multiplied(bill: Billed, machines: number | undefined): Billed {
  const { quantity, ...rest } = bill;
  const all = typeof quantity === "number" ? times(quantity, machines) : undefined;
  return all === undefined ? rest : { ...rest, quantity: all };
}

function machine(body: Cursor, { times: instances }: TypeContext, windows = false): Machines {
  return {
    name: body.named("name"),
    instanceType: vmSize(body.required("size", "instance type")),
    count: exactly(1, instances),
    notOnDemand: notOnDemand(body, windows),
  };
}

function scaleSet(body: Cursor, { times: instances }: TypeContext, windows = false): Machines {
  return {
    name: body.named("name"),
    instanceType: vmSize(body.required("sku", "instance type")),
    count: exactly(body.count("instances", "nodes"), instances),
    notOnDemand: notOnDemand(body, windows),
  };
}

function disk(body: Cursor): Billed[] {
  return [managedDisk(body.at("os_disk"))];
}
