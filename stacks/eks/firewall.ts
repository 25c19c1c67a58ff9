import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { OptionStack } from "../stack";

/** Whom a store lets in, and where. */
export interface Firewall {
  /** What is behind it; begins the ids of the constructs. */
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly port: number;
  /** Address ranges of the private subnets, which are those of the pods. */
  readonly podCidrs: readonly string[];
}

/** Lets in the pods; its id is what a store is given. */
export function addFirewall(stack: OptionStack, { id, name, vpcId, port, podCidrs }: Firewall): string {
  const group = new SecurityGroup(stack, `${id}Firewall`, { name, description: "Pods only", vpcId });
  for (const cidrIpv4 of podCidrs) {
    new VpcSecurityGroupIngressRule(stack, `${id}From-${cidrIpv4}`, {
      securityGroupId: group.id,
      cidrIpv4,
      fromPort: port,
      toPort: port,
      ipProtocol: "tcp",
    });
  }
  return group.id;
}
