import { byUse, hourly } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const ADDRESS: Declaration = {
  // An internal address is free.
  charges: (body) => (body.optional("address_type") === "INTERNAL" ? [] : [hourly("public-ip")]),
  chargedOnly: "an address: entry points are what it is attached to",
};

/** Google Virtual Private Cloud. */
export const NETWORK: TerraformTypes = {
  google_compute_address: ADDRESS,
  google_compute_global_address: ADDRESS,
  google_compute_router_nat: {
    charges: () => [byUse("cloud-nat/vm", "hour of a machine"), byUse("cloud-nat/data", "GiB processed")],
    chargedOnly: "lets machines out, and nobody in",
  },
  ...ignored(
    "the network around machines: runs nothing and keeps no data",
    "google_compute_firewall",
    "google_compute_network",
    "google_compute_route",
    "google_compute_router",
    "google_compute_subnetwork",
    "google_service_networking_connection",
  ),
};
