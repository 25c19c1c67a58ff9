import { exactly } from "../machines/spans";
import type { Cursor } from "../terraform/cursor";
import type { Billed, Machines, StartUpData, TerraformTypes, TypeContext } from "../terraform/type";
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
  },
  azurerm_windows_virtual_machine_scale_set: {
    nodes: (body, context) => scaleSet(body, context, true),
    startUp: CUSTOM_DATA,
  },
};

function machine(body: Cursor, { times }: TypeContext, isWindows = false): Machines {
  return {
    name: body.named("name"),
    instanceType: vmSize(body.required("size", "instance type")),
    count: exactly(1, times),
    notOnDemand: notOnDemand(body, isWindows),
  };
}

function scaleSet(body: Cursor, { times }: TypeContext, isWindows = false): Machines {
  return {
    name: body.named("name"),
    instanceType: vmSize(body.required("sku", "instance type")),
    count: exactly(body.count("instances", "nodes"), times),
    notOnDemand: notOnDemand(body, isWindows),
  };
}

function disk(body: Cursor): Billed[] {
  return [managedDisk(body.at("os_disk"))];
}
