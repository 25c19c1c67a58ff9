import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { requireZones } from "../zones";

/** Address ranges of a network, three of each kind. */
export interface EksAddresses {
  readonly cidr: string;
  /** For load balancers. */
  readonly public: readonly string[];
  /** For nodes and pods. */
  readonly private: readonly string[];
  /** For stores. */
  readonly data: readonly string[];
}

/** Properties for `EksNetwork`. */
export interface EksNetworkProps {
  readonly name: string;
  readonly region: string;
  readonly addresses: EksAddresses;
}

/** By these tags the load balancer controller finds its subnets. */
const PUBLIC_TAG = { "kubernetes.io/role/elb": "1" };

/**
 * A network in three zones: public subnets for the load balancer, private ones for nodes and pods, and ones without a
 * way out for the stores. Each zone has its own way out, so that the loss of one takes no other with it.
 */
export class EksNetwork extends Construct {
  public readonly vpcId: string;
  public readonly publicSubnetIds: string[];
  public readonly privateSubnetIds: string[];
  public readonly dataSubnetIds: string[];
  private readonly zones: readonly string[];

  /** @throws ValidationError `OutOfRange` for a region without three zones */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNetworkProps,
  ) {
    super(scope, id);
    const { addresses } = props;
    this.zones = requireZones(this, props.region, addresses.private.length);
    const vpc = new Vpc(this, "Resource", {
      cidrBlock: addresses.cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name: props.name },
    });
    this.vpcId = vpc.id;
    const gateway = new InternetGateway(this, "InternetGateway", { vpcId: vpc.id });
    const toInternet = this.routeTable("Public", { gatewayId: gateway.id });
    this.publicSubnetIds = this.subnets("Public", addresses.public, PUBLIC_TAG).map((subnetId, index) => {
      new RouteTableAssociation(this, `PublicRoute${index}`, { subnetId, routeTableId: toInternet });
      return subnetId;
    });
    this.privateSubnetIds = this.subnets("Private", addresses.private).map((subnetId, index) => {
      const routeTableId = this.routeTable(`Private${index}`, { natGatewayId: this.wayOut(index, gateway) });
      new RouteTableAssociation(this, `PrivateRoute${index}`, { subnetId, routeTableId });
      return subnetId;
    });
    this.dataSubnetIds = this.subnets("Data", addresses.data);
  }

  private subnets(id: string, cidrs: readonly string[], tags: Record<string, string> = {}): string[] {
    return cidrs.map((cidrBlock, index) => {
      const availabilityZone = this.zones[index];
      const Name = `${this.props.name}-${id.toLowerCase()}-${availabilityZone?.at(-1)}`;
      const config = { vpcId: this.vpcId, cidrBlock, availabilityZone, tags: { Name, ...tags } };
      return new Subnet(this, `${id}${index}`, config).id;
    });
  }

  /** A NAT gateway in the public subnet of a zone. */
  private wayOut(index: number, gateway: InternetGateway): string {
    const address = new Eip(this, `Address${index}`, { domain: "vpc", dependsOn: [gateway] });
    return new NatGateway(this, `Nat${index}`, {
      allocationId: address.id,
      subnetId: this.publicSubnetIds[index] as string,
    }).id;
  }

  private routeTable(id: string, target: { gatewayId?: string; natGatewayId?: string }): string {
    const route = [{ cidrBlock: "0.0.0.0/0", ...target }];
    return new RouteTable(this, `${id}Routes`, { vpcId: this.vpcId, route }).id;
  }
}
