import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import { CRITTER_VM } from "../../../config/reviews/002-critter-supply/application/vm";
import type { Place } from "./place";

/** A network for one machine, which lets in HTTPS and nothing else: not even its neighbours and SSH. */
export class MachineNetwork extends Construct {
  public readonly address: PublicIp;
  public readonly networkInterface: NetworkInterface;

  public constructor(scope: Construct, id: string, { name, place }: { name: string; place: Place }) {
    super(scope, id);
    const network = new VirtualNetwork(this, "Resource", {
      ...place,
      name,
      addressSpace: [CRITTER_VM.addresses.network],
    });
    const subnet = new Subnet(this, "Subnet", {
      name: "machine",
      resourceGroupName: place.resourceGroupName,
      virtualNetworkName: network.name,
      addressPrefixes: [CRITTER_VM.addresses.subnet],
    });
    const guarded = new SubnetNetworkSecurityGroupAssociation(this, "Guard", {
      subnetId: subnet.id,
      networkSecurityGroupId: firewall(this, name, place).id,
    });
    this.address = new PublicIp(this, "Address", {
      ...place,
      name,
      sku: "Standard",
      allocationMethod: "Static",
      // In all zones, so that it outlives the machine's.
      zones: ["1", "2", "3"],
    });
    this.networkInterface = new NetworkInterface(this, "Interface", {
      ...place,
      name,
      acceleratedNetworkingEnabled: true,
      ipConfiguration: [
        {
          name: "machine",
          subnetId: subnet.id,
          privateIpAddressAllocation: "Dynamic",
          publicIpAddressId: this.address.id,
        },
      ],
      dependsOn: [guarded],
    });
  }
}

function firewall(scope: Construct, name: string, place: Place): NetworkSecurityGroup {
  const inbound = { direction: "Inbound", sourcePortRange: "*", destinationAddressPrefix: "*" };
  return new NetworkSecurityGroup(scope, "Firewall", {
    ...place,
    name,
    securityRule: [
      {
        ...inbound,
        name: "https",
        priority: 100,
        access: "Allow",
        protocol: "Tcp",
        sourceAddressPrefix: "Internet",
        destinationPortRange: "443",
      },
      // Above Azure's own rules, which let in the whole network and load balancers.
      {
        ...inbound,
        name: "nothing-else",
        priority: 4096,
        access: "Deny",
        protocol: "*",
        sourceAddressPrefix: "*",
        destinationPortRange: "*",
      },
    ],
  });
}
