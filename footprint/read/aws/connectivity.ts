import { billed, byUse, hourly, lengthOf, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const TRANSIT_ATTACHMENT: Declaration = {
  charges: () => [
    hourly("transit-gateway/attachment"),
    byUse("transit-gateway/data", "GiB", "monthly_data_processed_gb"),
  ],
  chargedOnly: "connects networks",
};

/** What connects networks with each other, with services and with offices. */
export const CONNECTIVITY: TerraformTypes = {
  aws_vpc_endpoint: { charges: endpoint, chargedOnly: "leads to a service from inside the network" },
  aws_vpn_connection: {
    charges: (body) => [
      hourly(body.optional("enable_acceleration") === "true" ? "vpn/accelerated" : "vpn/connection"),
      ...(body.at("transit_gateway_id").present
        ? [hourly("vpn/transit-gateway-attachment"), byUse("vpn/data", "GiB", "monthly_data_processed_gb")]
        : []),
    ],
    chargedOnly: "connects an office",
  },
  aws_ec2_client_vpn_endpoint: {
    charges: () => [byUse("client-vpn/connection", "hour of a connection")],
    chargedOnly: "connects people",
  },
  aws_ec2_client_vpn_network_association: {
    charges: () => [hourly("client-vpn/association")],
    chargedOnly: "connects people",
  },
  aws_ec2_transit_gateway_vpc_attachment: TRANSIT_ATTACHMENT,
  aws_ec2_transit_gateway_peering_attachment: TRANSIT_ATTACHMENT,
  aws_ec2_transit_gateway_connect: TRANSIT_ATTACHMENT,
  aws_dx_connection: {
    charges: (body) => [
      hourly(sized("direct-connect", body.optional("bandwidth")?.toLowerCase())),
      byUse("direct-connect/data", "GiB out"),
    ],
    chargedOnly: "connects an office",
  },
  /** Only a transit gateway is charged for its association; a virtual private gateway is not. */
  aws_dx_gateway_association: {
    charges: (body) => {
      const gateway = body.text("associated_gateway_id") ?? "";
      return body.at("vpn_gateway_id").present || /^vgw-|aws_vpn_gateway/.test(gateway)
        ? []
        : [
            hourly("transit-gateway/attachment"),
            byUse("transit-gateway/data", "GiB", "monthly_data_processed_gb"),
          ];
    },
    chargedOnly: "connects an office",
  },
  aws_networkfirewall_firewall: {
    charges: (body) => [
      billed("hour", "network-firewall/endpoint", lengthOf(body, "subnet_mapping")),
      byUse("network-firewall/data", "GiB", "monthly_data_processed_gb"),
    ],
    chargedOnly: "filters traffic",
  },
  /** Each address is a network interface of its own. */
  aws_route53_resolver_endpoint: {
    charges: (body) => [
      billed("hour", "route53/resolver-endpoint", lengthOf(body, "ip_address")),
      byUse("route53/resolver-queries", "million queries", "monthly_queries"),
    ],
    chargedOnly: "answers names between networks",
  },
  aws_route53_resolver_firewall_rule_group_association: {
    charges: () => [byUse("route53/resolver-firewall", "million queries")],
    chargedOnly: "filters names",
  },
  aws_ec2_traffic_mirror_session: {
    charges: () => [hourly("traffic-mirror")],
    chargedOnly: "copies traffic",
  },
  aws_vpc_peering_connection: {
    charges: () => [byUse("vpc-peering/data", "GiB between zones or regions")],
    chargedOnly: "connects networks",
  },
  aws_vpc_ipam: {
    charges: (body) =>
      textOr(body, "tier", "advanced") === "free"
        ? []
        : [byUse("vpc-ipam/address", "hour of an address in use")],
    chargedOnly: "hands out addresses",
  },
  aws_vpclattice_service: {
    charges: () => [hourly("vpc-lattice/service"), byUse("vpc-lattice/data", "GiB and million requests")],
    chargedOnly: "leads to what runs behind it, from inside the network",
  },
  ...ignored(
    "part of a connection that is charged by itself",
    "aws_customer_gateway",
    "aws_dx_bgp_peer",
    "aws_dx_gateway",
    "aws_dx_gateway_association_proposal",
    "aws_dx_lag",
    "aws_dx_*_virtual_interface*",
    "aws_ec2_client_vpn_authorization_rule",
    "aws_ec2_client_vpn_route",
    "aws_ec2_traffic_mirror_filter*",
    "aws_ec2_traffic_mirror_target",
    "aws_ec2_transit_gateway",
    "aws_ec2_transit_gateway_policy_table*",
    "aws_ec2_transit_gateway_prefix_list_reference",
    "aws_ec2_transit_gateway_route*",
    "aws_ec2_transit_gateway_vpc_attachment_accepter",
    "aws_networkfirewall_firewall_policy",
    "aws_networkfirewall_logging_configuration",
    "aws_networkfirewall_resource_policy",
    "aws_networkfirewall_rule_group",
    "aws_route53_resolver_config",
    "aws_route53_resolver_dnssec_config",
    "aws_route53_resolver_firewall_*",
    "aws_route53_resolver_query_log_config*",
    "aws_route53_resolver_rule*",
    "aws_vpc_endpoint_*",
    "aws_vpc_ipam_*",
    "aws_vpc_peering_connection_*",
    "aws_vpclattice_*",
    "aws_vpn_connection_route",
    "aws_vpn_gateway*",
  ),
};

/** A gateway endpoint is free. Others are charged for each zone that they have an interface in. */
function endpoint(body: Cursor): Billed[] {
  const type = textOr(body, "vpc_endpoint_type", "Gateway");
  if (type === "Gateway") return [];
  const kind = type === "GatewayLoadBalancer" ? "gateway-load-balancer" : type?.toLowerCase();
  return [
    billed("hour", sized("vpc-endpoint", kind), lengthOf(body, "subnet_ids")),
    byUse(`vpc-endpoint/${kind ?? "interface"}/data`, "GiB", "monthly_data_processed_gb"),
  ];
}
