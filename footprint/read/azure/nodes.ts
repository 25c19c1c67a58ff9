import type { NodeGroup, Span } from "../../model";
import type { Cursor } from "../cursor";
import { exactly, type NodeReaders, spanOf } from "../node-readers";
import { given } from "../value";

/** Machines of Azure. A cluster has a pool of its own, the default one. */
export const AZURE_NODES: NodeReaders = {
  azurerm_kubernetes_cluster: (body, { times }) => {
    const own = body.at("default_node_pool");
    const cluster = body.text("name") ?? body.id;
    const name = own.text("name");
    return pool(body.id, name === undefined ? cluster : `${cluster}/${name}`, own, times);
  },
  azurerm_kubernetes_cluster_node_pool: (body, { times }) =>
    pool(body.id, body.text("name") ?? body.id, body, times),
  azurerm_linux_virtual_machine: machine,
  azurerm_windows_virtual_machine: machine,
  azurerm_linux_virtual_machine_scale_set: (body, { times }) => ({
    id: body.id,
    name: body.text("name") ?? body.id,
    ...given("instanceType", body.known("sku", "instance type")),
    ...given("count", exactly(body.count("instances", "nodes"), times)),
  }),
};

function machine(body: Cursor, { times }: { readonly times?: number }): NodeGroup {
  return {
    id: body.id,
    name: body.text("name") ?? body.id,
    ...given("instanceType", body.known("size", "instance type")),
    ...given("count", exactly(1, times)),
  };
}

function pool(id: string, name: string, body: Cursor, times: number | undefined): NodeGroup {
  return {
    id,
    name,
    ...given("instanceType", body.known("vm_size", "instance type")),
    ...given("count", sized(body, times)),
  };
}

/** The argument that lets a pool scale has had two names; without it the pool stays as large as it is made. */
function sized(body: Cursor, times: number | undefined): Span | undefined {
  const key = body.at("enable_auto_scaling").present ? "enable_auto_scaling" : "auto_scaling_enabled";
  const scales = body.flag(key, "scaling", false);
  if (scales === undefined) return undefined;
  if (!scales) return exactly(body.count("node_count", "nodes", 1), times);
  const min = body.count("min_count", "fewest nodes");
  const max = body.count("max_count", "most nodes");
  return spanOf(min, body.count("node_count", "everyday nodes", min), max, times);
}
