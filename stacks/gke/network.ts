import { ComputeGlobalAddress } from "@cdktf/provider-google/lib/compute-global-address";
import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouter } from "@cdktf/provider-google/lib/compute-router";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { ServiceNetworkingConnection } from "@cdktf/provider-google/lib/service-networking-connection";
import { Construct } from "constructs";

/** Address ranges of a network. */
export interface GkeAddresses {
  readonly region: string;
  readonly nodes: string;
  readonly pods: string;
  readonly services: string;
  /** Handed to Google for the stores that it runs. */
  readonly managed: { readonly address: string; readonly prefixLength: number };
}

/** Properties for `GkeNetwork`. */
export interface GkeNetworkProps {
  readonly name: string;
  readonly addresses: GkeAddresses;
}

/** Names of the ranges that pods and Services have their addresses from. */
export const PODS_RANGE = "pods";
export const SERVICES_RANGE = "services";

/** A network with one regional subnet, a way out without public addresses, and a peering for Google's own services. */
export class GkeNetwork extends Construct {
  public readonly networkId: string;
  public readonly subnetworkId: string;
  /** What must exist before a Google service gets a private address. */
  public readonly peering: ServiceNetworkingConnection;
  /** Name of the range that those addresses come from. */
  public readonly managedRange: string;

  public constructor(scope: Construct, id: string, { name, addresses }: GkeNetworkProps) {
    super(scope, id);
    const { region } = addresses;
    this.networkId = new ComputeNetwork(this, "Resource", { name, autoCreateSubnetworks: false }).id;
    this.subnetworkId = new ComputeSubnetwork(this, "Subnetwork", {
      name,
      network: this.networkId,
      region,
      ipCidrRange: addresses.nodes,
      privateIpGoogleAccess: true,
      secondaryIpRange: [
        { rangeName: PODS_RANGE, ipCidrRange: addresses.pods },
        { rangeName: SERVICES_RANGE, ipCidrRange: addresses.services },
      ],
    }).id;
    const router = new ComputeRouter(this, "Router", { name, network: this.networkId, region });
    new ComputeRouterNat(this, "Nat", {
      name,
      router: router.name,
      region,
      natIpAllocateOption: "AUTO_ONLY",
      sourceSubnetworkIpRangesToNat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
    });
    const managed = new ComputeGlobalAddress(this, "Managed", {
      name: `${name}-managed`,
      network: this.networkId,
      purpose: "VPC_PEERING",
      addressType: "INTERNAL",
      ...addresses.managed,
    });
    this.managedRange = managed.name;
    this.peering = new ServiceNetworkingConnection(this, "Peering", {
      network: this.networkId,
      service: "servicenetworking.googleapis.com",
      reservedPeeringRanges: [managed.name],
    });
  }
}
