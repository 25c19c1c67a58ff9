import { byUse, hourly } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon VPC. */
export const NETWORK: TerraformTypes = {
  aws_nat_gateway: {
    charges: () => [hourly("nat-gateway"), byUse("nat-gateway/data", "GiB", "monthly_data_processed_gb")],
    chargedOnly: "lets machines out, and nobody in",
  },
  aws_flow_log: {
    charges: () => [byUse("flow-log", "GiB of logs")],
    chargedOnly: "records traffic",
  },
  ...ignored(
    "the network around machines: runs nothing and keeps no data",
    "aws_default_network_acl",
    "aws_default_subnet",
    "aws_default_vpc",
    "aws_default_vpc_dhcp_options",
    "aws_ec2_managed_prefix_list*",
    "aws_ec2_subnet_cidr_reservation",
    "aws_ec2_tag",
    "aws_network_acl_association",
    "aws_vpc_dhcp_options_association",
    "aws_vpc_ipv4_cidr_block_association",
    "aws_vpc_ipv6_cidr_block_association",
    "aws_vpc_block_public_access_*",
    "aws_default_route_table",
    "aws_egress_only_internet_gateway",
    "aws_internet_gateway",
    "aws_main_route_table_association",
    "aws_network_acl",
    "aws_network_acl_rule",
    "aws_route",
    "aws_route_table",
    "aws_route_table_association",
    "aws_subnet",
    "aws_vpc",
    "aws_vpc_dhcp_options",
    "aws_vpc_security_group_vpc_association",
  ),
};
