import {
  amount,
  billed,
  blocks,
  byUse,
  hourly,
  ifUsed,
  lengthOf,
  lower,
  monthly,
  named,
  sized,
} from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { entryPoint } from "../terraform/entry-point";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const OFFICE = "connects an office";

/** Traffic Manager tests an endpoint; one outside of Azure has a price of its own. */
function tested(where: string): Declaration {
  return {
    charges: () => [monthly(`traffic-manager/health-check-${where}`)],
    chargedOnly: "part of a profile, which is the entry point",
  };
}

/** What connects networks, filters traffic, and leads to apps from the edge. */
export const CONNECTIVITY: TerraformTypes = {
  azurerm_firewall: {
    charges: (body) => [
      hourly(sized("firewall", lower(body, "sku_tier", "Standard"))),
      byUse("firewall/data", "GiB", "monthly_data_processed_gb"),
    ],
    chargedOnly: "filters traffic",
  },
  azurerm_virtual_network_gateway: { charges: gateway, chargedOnly: OFFICE },
  /** Ten tunnels are in the price of a gateway. */
  azurerm_virtual_network_gateway_connection: {
    charges: (body) =>
      body.optional("type")?.toLowerCase() === "ipsec"
        ? [byUse("vpn-gateway/tunnel", "hour of a tunnel beyond ten")]
        : [],
    chargedOnly: OFFICE,
  },
  azurerm_vpn_gateway: {
    charges: (body) => [billed("hour", "virtual-wan/s2s-scale-unit", amount(body, "scale_unit", 1))],
    chargedOnly: OFFICE,
  },
  azurerm_vpn_gateway_connection: {
    charges: (body) => [billed("hour", "virtual-wan/s2s-connection", lengthOf(body, "vpn_link", 1))],
    chargedOnly: OFFICE,
  },
  azurerm_point_to_site_vpn_gateway: {
    charges: (body) => [
      billed("hour", "virtual-wan/p2s-scale-unit", amount(body, "scale_unit")),
      byUse("virtual-wan/p2s-connection", "hour of a connection"),
    ],
    chargedOnly: "connects people",
  },
  azurerm_virtual_hub: {
    charges: (body) =>
      body.optional("sku") === "Basic"
        ? []
        : [hourly("virtual-wan/hub"), byUse("virtual-wan/hub-data", "GiB", "monthly_data_processed_gb")],
    chargedOnly: "connects networks",
  },
  azurerm_express_route_circuit: {
    charges: (body) => {
      const sku = body.at("sku");
      return [
        monthly(
          named(
            "express-route",
            sku.optional("tier")?.toLowerCase(),
            sku.optional("family")?.toLowerCase(),
            body.optional("bandwidth_in_mbps") ?? body.optional("bandwidth_in_gbps"),
          ),
        ),
        ...(sku.optional("family") === "MeteredData" ? [byUse("express-route/data", "GiB")] : []),
      ];
    },
    chargedOnly: OFFICE,
  },
  azurerm_express_route_port: {
    charges: (body) => [monthly(sized("express-route/port", body.optional("bandwidth_in_gbps")))],
    chargedOnly: OFFICE,
  },
  azurerm_express_route_gateway: {
    charges: (body) => [
      billed("hour", "virtual-wan/express-route-scale-unit", amount(body, "scale_units", 1)),
    ],
    chargedOnly: OFFICE,
  },
  azurerm_express_route_connection: {
    charges: () => [hourly("virtual-wan/express-route-connection")],
    chargedOnly: OFFICE,
  },
  azurerm_bastion_host: {
    charges: (body) => [
      hourly(
        lower(body, "sku", "Basic") === "basic" ? "bastion" : named("bastion", lower(body, "sku", "Basic")),
      ),
      byUse("bastion/data", "GiB", "monthly_outbound_data_gb"),
    ],
    chargedOnly: "lets people in to machines, by the portal",
  },
  azurerm_network_ddos_protection_plan: {
    charges: () => [
      monthly("ddos-protection/plan"),
      ifUsed("ddos-protection/resource", "month", "overage_amount"),
    ],
    chargedOnly: "protects addresses",
  },
  azurerm_public_ip_prefix: {
    charges: (body) => {
      const length = amount(body, "prefix_length", 28);
      return [
        billed("hour", "public-ip/prefix-address", length === undefined ? undefined : 2 ** (32 - length)),
      ];
    },
    chargedOnly: "addresses: entry points are what they are attached to",
  },
  azurerm_virtual_network_peering: {
    charges: () => [byUse("network-peering/data", "GiB", "monthly_data_transfer_gb")],
    chargedOnly: "connects networks",
  },
  azurerm_network_watcher: {
    charges: () => [byUse("network-watcher/diagnostics", "1,000 calls", "monthly_diagnostic_tool_calls")],
    chargedOnly: "records traffic",
  },
  azurerm_network_watcher_flow_log: {
    charges: () => [byUse("network-watcher/flow-logs", "GiB", "monthly_logs_collected_gb")],
    chargedOnly: "records traffic",
  },
  azurerm_network_connection_monitor: {
    charges: (body) => {
      const tests =
        blocks(body, "test_group").length * Math.max(blocks(body, "test_configuration").length, 1);
      return [billed("month", "network-watcher/connection-test", tests === 0 ? undefined : tests)];
    },
    chargedOnly: "tests connections",
  },
  azurerm_traffic_manager_profile: {
    exposures: (body) => [entryPoint(body, "Azure Traffic Manager")],
    charges: (body) => [
      byUse("traffic-manager/queries", "million queries", "monthly_dns_queries"),
      ...(body.optional("traffic_view_enabled") === "true"
        ? [byUse("traffic-manager/view", "million records", "monthly_traffic_view_data_points")]
        : []),
    ],
  },
  azurerm_traffic_manager_azure_endpoint: tested("azure"),
  azurerm_traffic_manager_external_endpoint: tested("external"),
  azurerm_traffic_manager_nested_endpoint: tested("nested"),
  azurerm_frontdoor: {
    exposures: (body) => [entryPoint(body, "Azure Front Door")],
    charges: (body) => [
      // Five rules are in the base price.
      ...(lengthOf(body, "routing_rule", 0) === 0 ? [] : [hourly("frontdoor-classic/rules-base")]),
      byUse("frontdoor-classic/outbound", "GiB", undefined),
      byUse("frontdoor-classic/inbound", "GiB", "monthly_inbound_data_transfer_gb"),
    ],
  },
  azurerm_frontdoor_firewall_policy: {
    charges: (body) => [
      monthly("frontdoor-classic/firewall-policy"),
      ...rules("frontdoor-classic/custom-rule", lengthOf(body, "custom_rule", 0)),
      ...rules("frontdoor-classic/managed-rule-set", lengthOf(body, "managed_rule", 0)),
    ],
    chargedOnly: "filters requests",
  },
  azurerm_cdn_frontdoor_profile: {
    exposures: (body) => [entryPoint(body, "Azure Front Door")],
    charges: (body) => [
      monthly(sized("frontdoor", body.optional("sku_name")?.toLowerCase().replace("_azurefrontdoor", ""))),
      byUse("frontdoor/requests", "10,000 requests"),
      byUse("frontdoor/data", "GiB"),
    ],
  },
  azurerm_cdn_endpoint: {
    exposures: (body) => [entryPoint(body, "Azure CDN")],
    charges: () => [byUse("cdn/outbound", "GiB", "monthly_outbound_gb")],
  },
  ...ignored(
    "part or setting of what connects networks or leads to apps",
    "azurerm_cdn_*",
    "azurerm_express_route_*",
    "azurerm_firewall_*",
    "azurerm_frontdoor_*",
    "azurerm_ip_group",
    "azurerm_local_network_gateway",
    "azurerm_nat_gateway_*",
    "azurerm_network_manager*",
    "azurerm_network_packet_capture",
    "azurerm_network_profile",
    "azurerm_point_to_site_*",
    "azurerm_virtual_hub_*",
    "azurerm_virtual_network_gateway_*",
    "azurerm_virtual_wan",
    "azurerm_vpn_*",
    "azurerm_web_application_firewall_policy",
  ),
};

/** For VPN by its size, for ExpressRoute likewise. */
function gateway(body: Cursor): Billed[] {
  const size = body.optional("sku");
  if (body.optional("type")?.toLowerCase() === "expressroute")
    return [hourly(sized("express-route/gateway", size))];
  return [
    hourly(sized("vpn-gateway", size)),
    ifUsed("vpn-gateway/p2s-tunnel", "hour", "p2s_connection"),
    byUse("vpn-gateway/data", "GiB", "monthly_data_transfer_gb"),
  ];
}

function rules(sku: string, count: number | undefined): Billed[] {
  return count === 0 ? [] : [billed("month", sku, count)];
}
