import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { Place } from "../../aks/place";
import { AKS } from "./names";

/** Properties for `AksNetwork`. */
export interface AksNetworkProps extends Place {
  readonly name: string;
}

const POSTGRES = "Microsoft.DBforPostgreSQL/flexibleServers";

/** A network with a subnet for the nodes and one that is the database's alone. */
export class AksNetwork extends Construct {
  public readonly networkId: string;
  public readonly nodeSubnetId: string;
  public readonly databaseSubnetId: string;

  public constructor(scope: Construct, id: string, { name, resourceGroupName, location }: AksNetworkProps) {
    super(scope, id);
    const network = new VirtualNetwork(this, "Resource", {
      name,
      resourceGroupName,
      location,
      addressSpace: [AKS.cidr],
    });
    this.networkId = network.id;
    const within = { resourceGroupName, virtualNetworkName: network.name };
    this.nodeSubnetId = new Subnet(this, "Nodes", {
      ...within,
      name: "nodes",
      addressPrefixes: [AKS.nodes],
    }).id;
    const actions = ["Microsoft.Network/virtualNetworks/subnets/join/action"];
    this.databaseSubnetId = new Subnet(this, "Postgres", {
      ...within,
      name: "postgres",
      addressPrefixes: [AKS.postgres],
      delegation: [{ name: "postgres", serviceDelegation: { name: POSTGRES, actions } }],
    }).id;
  }
}
