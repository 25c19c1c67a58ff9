import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import { LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";

/** Properties for `AksNetwork`. */
export interface AksNetworkProps {
  readonly name: string;
  readonly resourceGroupName: string;
  readonly location: string;
}

const { aks: PLAN } = LARAVEL_NETWORKS;

/** A network with a subnet for each of nodes, gateway, database and Redis. */
export class AksNetwork extends Construct {
  public readonly networkId: string;
  public readonly nodeSubnetId: string;
  public readonly gatewaySubnetId: string;
  public readonly mysqlSubnetId: string;
  public readonly redisSubnetId: string;

  public constructor(scope: Construct, id: string, { name, resourceGroupName, location }: AksNetworkProps) {
    super(scope, id);
    const network = new VirtualNetwork(this, "Resource", {
      name,
      resourceGroupName,
      location,
      addressSpace: [PLAN.cidr],
    });
    this.networkId = network.id;
    const subnet = (subnetName: string, cidr: string, delegatedTo?: string) =>
      new Subnet(this, `Subnet-${subnetName}`, {
        name: subnetName,
        resourceGroupName,
        virtualNetworkName: network.name,
        addressPrefixes: [cidr],
        delegation:
          delegatedTo === undefined
            ? undefined
            : [{ name: subnetName, serviceDelegation: joined(delegatedTo) }],
      }).id;
    this.nodeSubnetId = subnet("nodes", PLAN.nodes);
    this.gatewaySubnetId = subnet("gateway", PLAN.gateway);
    this.mysqlSubnetId = subnet("mysql", PLAN.mysql, "Microsoft.DBforMySQL/flexibleServers");
    this.redisSubnetId = subnet("redis", PLAN.redis);
  }
}

function joined(name: string) {
  return { name, actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"] };
}
