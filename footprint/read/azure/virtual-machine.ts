import { exactly } from "../machines/spans";
import { amount, billed, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Billed, Machines, StartUpData, TerraformTypes, TypeContext } from "../terraform/type";

const CUSTOM_DATA: readonly StartUpData[] = [{ path: ["custom_data"], encoding: "base64" }];

/** Azure virtual machines. */
export const VIRTUAL_MACHINES: TerraformTypes = {
  azurerm_linux_virtual_machine: { nodes: machine, startUp: CUSTOM_DATA, charges: disk },
  azurerm_windows_virtual_machine: { nodes: machine, charges: disk },
  azurerm_linux_virtual_machine_scale_set: {
    nodes: (body, { times }) => ({
      name: body.named("name"),
      instanceType: body.required("sku", "instance type"),
      count: exactly(body.count("instances", "nodes"), times),
    }),
    startUp: CUSTOM_DATA,
  },
};

function machine(body: Cursor, { times }: TypeContext): Machines {
  return {
    name: body.named("name"),
    instanceType: body.required("size", "instance type"),
    count: exactly(1, times),
  };
}

function disk(body: Cursor): Billed[] {
  const os = body.at("os_disk");
  const sku = sized("disk", os.optional("storage_account_type"));
  return [billed("GiB-month", sku, amount(os, "disk_size_gb"))];
}
