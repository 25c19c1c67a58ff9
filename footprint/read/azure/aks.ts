import type { Span } from "../../model";
import { exactly, spanOf } from "../machines/spans";
import { hourly, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Billed, Machines, TerraformTypes } from "../terraform/type";
import { gateway } from "./load-balancer";
import { notOnDemand, vmSize } from "./purchase";

/** Azure Kubernetes Service. A cluster has a pool of its own, the default one. */
export const AKS: TerraformTypes = {
  azurerm_kubernetes_cluster: {
    nodes: (body, { times }) => {
      const own = body.at("default_node_pool");
      const cluster = body.named("name");
      const name = own.text("name");
      return {
        ...pool(name === undefined ? cluster : `${cluster}/${name}`, own, times),
        maxPods: maxPods(own, body),
      };
    },
    charges: cluster,
  },
  azurerm_kubernetes_cluster_node_pool: {
    nodes: (body, { times }) => pool(body.named("name"), body, times),
  },
};

/** The control plane, the gateway of its add-on, and the load balancer for outbound connections of its nodes. */
function cluster(body: Cursor): Billed[] {
  const tier = textOr(body, "sku_tier", "Free");
  const outbound = body.at("network_profile").optional("outbound_type") ?? "loadBalancer";
  return [
    hourly(sized("aks", tier?.toLowerCase())),
    ...(body.at("ingress_application_gateway").present ? gateway("Standard_v2") : []),
    ...(outbound === "loadBalancer" ? [hourly("load-balancer/standard"), hourly("public-ip/standard")] : []),
  ];
}

/**
 * Pods of a node where the pool does not say: 250 on an overlay network, 30 where each pod takes an address of the
 * subnet, 110 with kubenet.
 * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
 */
function maxPods(own: Cursor, body: Cursor): number | undefined {
  const network = body.at("network_profile");
  const plugin = network.text("network_plugin") ?? "azure";
  const subnet = network.text("network_plugin_mode") === "overlay" ? 250 : 30;
  return own.count("max_pods", "pods of a node", plugin === "kubenet" ? 110 : subnet);
}

function pool(name: string, body: Cursor, times: number | undefined): Machines {
  return {
    name,
    instanceType: vmSize(body.required("vm_size", "instance type")),
    count: scaled(body, times),
    notOnDemand: notOnDemand(body),
    runsPods: true,
    maxPods: body.count("max_pods", "pods of a node"),
  };
}

/** The argument that lets a pool scale has had two names; without it the pool has a fixed size. */
function scaled(body: Cursor, times: number | undefined): Span | undefined {
  const key = body.at("enable_auto_scaling").present ? "enable_auto_scaling" : "auto_scaling_enabled";
  const scales = body.flag(key, "scaling", false);
  if (scales === undefined) return undefined;
  if (!scales) return exactly(body.count("node_count", "nodes", 1), times);
  const min = body.count("min_count", "fewest nodes");
  const max = body.count("max_count", "most nodes");
  return spanOf(min, body.count("node_count", "everyday nodes", min), max, times);
}
