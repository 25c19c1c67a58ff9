import { amount, billed, byUse, hourly, ifUsed, lower, named, sized, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const ADDRESS: Declaration = {
  // An internal address is free.
  charges: (body) => (body.optional("address_type") === "INTERNAL" ? [] : [hourly("public-ip")]),
  chargedOnly: "an address: entry points are what it is attached to",
};

/** Where traffic of a network goes to, as a usage file names it. */
const ELSEWHERE = ["us_or_canada", "europe", "asia", "south_america", "oceania", "worldwide"] as const;

/** Traffic between networks, by where it goes to. */
function egress(sku: string): Billed[] {
  const key = "monthly_egress_data_transfer_gb";
  return [
    byUse(`${sku}/same-region`, "GiB", `${key}.same_region`),
    ...ELSEWHERE.map((place) => ifUsed(`${sku}/${place.replaceAll("_", "-")}`, "GiB", `${key}.${place}`)),
  ];
}

const VPN_GATEWAY: Declaration = {
  charges: () => egress("vpn/egress"),
  chargedOnly: "connects an office: its tunnels are charged by themselves",
};

/** Google Virtual Private Cloud, and what connects it. */
export const NETWORK: TerraformTypes = {
  google_compute_address: ADDRESS,
  google_compute_global_address: ADDRESS,
  google_compute_router_nat: {
    charges: () => [
      byUse("cloud-nat/vm", "hour", usageOf(730, "assigned_vms")),
      byUse("cloud-nat/data", "GiB", "monthly_data_processed_gb"),
    ],
    chargedOnly: "lets machines out, and nobody in",
  },
  google_compute_vpn_tunnel: { charges: () => [hourly("vpn/tunnel")], chargedOnly: "connects an office" },
  google_compute_vpn_gateway: VPN_GATEWAY,
  google_compute_ha_vpn_gateway: VPN_GATEWAY,
  google_compute_external_vpn_gateway: VPN_GATEWAY,
  google_compute_interconnect_attachment: {
    charges: (body) => [
      hourly(named("interconnect", lower(body, "type", "DEDICATED"), lower(body, "bandwidth", "BPS_10G"))),
      ...egress("interconnect/egress"),
    ],
    chargedOnly: "connects an office",
  },
  google_service_networking_connection: {
    charges: () => egress("service-networking/egress"),
    chargedOnly: "leads to managed services from inside the network",
  },
  /** Machines that lead serverless things into the network: two at least, ten at most. */
  google_vpc_access_connector: {
    charges: (body) => {
      const type = body.at("machine_type").present ? body.optional("machine_type") : "e2-micro";
      const [min, max] = [amount(body, "min_instances", 2), amount(body, "max_instances", 10)];
      const quantity = min === undefined || max === undefined ? undefined : { min, steady: min, max };
      return [{ ...billed("hour", sized("vm", type), undefined), ...(quantity && { quantity }) }];
    },
    chargedOnly: "leads serverless things into the network",
  },
  google_compute_security_policy: { charges: armor, chargedOnly: "filters requests" },
  google_compute_packet_mirroring: {
    charges: () => [byUse("packet-mirroring/data", "GiB")],
    chargedOnly: "copies traffic",
  },
  google_network_connectivity_spoke: {
    charges: () => [hourly("network-connectivity/spoke")],
    chargedOnly: "connects networks",
  },
  ...ignored(
    "the network around machines: runs nothing and keeps no data",
    "google_access_context_manager_*",
    "google_compute_firewall_policy*",
    "google_compute_global_network_endpoint*",
    "google_compute_network*",
    "google_compute_region_network_endpoint*",
    "google_compute_route",
    "google_compute_router",
    "google_compute_router_interface",
    "google_compute_router_peer",
    "google_compute_service_attachment",
    "google_compute_subnetwork*",
    "google_network_connectivity_hub",
    "google_service_networking_peered_dns_domain",
    "google_vpc_access_*",
  ),
};

/** Google Cloud Armor: a policy, each of its rules, and its requests. */
function armor(body: Cursor): Billed[] {
  const rules = body.all("rule");
  const count = Array.isArray(rules) ? rules.length : undefined;
  return [
    billed("month", "cloud-armor/policy", 1),
    ...(count === 0 ? [] : [billed("month", "cloud-armor/rule", count)]),
    byUse("cloud-armor/requests", "million requests"),
  ];
}
