import type { NodeGroup, Span } from "../../model";
import { exactly, type NodeReaders, spanOf } from "../machines/node-readers";
import type { Cursor } from "../terraform/cursor";
import { azureRegion } from "./region";

/** Machines of Azure. A cluster has a pool of its own, the default one. */
export const AZURE_NODES: NodeReaders = {
  azurerm_kubernetes_cluster: (body, { times }) => {
    const own = body.at("default_node_pool");
    const cluster = body.named("name");
    const name = own.text("name");
    const group = pool(body.id, name === undefined ? cluster : `${cluster}/${name}`, own, times);
    return { ...group, region: azureRegion(body), maxPods: maxPods(own, body) };
  },
  azurerm_kubernetes_cluster_node_pool: (body, { times }) => pool(body.id, body.named("name"), body, times),
  azurerm_linux_virtual_machine: machine,
  azurerm_windows_virtual_machine: machine,
  azurerm_linux_virtual_machine_scale_set: (body, { times }) => ({
    id: body.id,
    name: body.named("name"),
    instanceType: body.known("sku", "instance type"),
    count: exactly(body.count("instances", "nodes"), times),
    provider: "azure" as const,
    region: azureRegion(body),
  }),
};

function machine(body: Cursor, { times }: { readonly times?: number }): NodeGroup {
  return {
    id: body.id,
    name: body.named("name"),
    instanceType: body.known("size", "instance type"),
    count: exactly(1, times),
    provider: "azure",
    region: azureRegion(body),
  };
}

/**
 * Pods of a node where the pool does not say: 250 on an overlay network, 30 where each pod takes an address of the
 * subnet, 110 with kubenet.
 * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
 */
function maxPods(own: Cursor, cluster: Cursor): number | undefined {
  const network = cluster.at("network_profile");
  const plugin = network.text("network_plugin") ?? "azure";
  const subnet = network.text("network_plugin_mode") === "overlay" ? 250 : 30;
  return own.count("max_pods", "pods of a node", plugin === "kubenet" ? 110 : subnet);
}

function pool(id: string, name: string, body: Cursor, times: number | undefined): NodeGroup {
  return {
    id,
    name,
    instanceType: body.known("vm_size", "instance type"),
    count: sized(body, times),
    provider: "azure",
    runsPods: true,
    maxPods: body.count("max_pods", "pods of a node"),
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
