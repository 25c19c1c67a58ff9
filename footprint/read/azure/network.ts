import { byUse, hourly } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Azure Virtual Network. */
export const NETWORK: TerraformTypes = {
  azurerm_nat_gateway: {
    charges: () => [hourly("nat-gateway"), byUse("nat-gateway/data", "GiB processed")],
    chargedOnly: "lets machines out, and nobody in",
  },
  azurerm_private_endpoint: {
    charges: () => [hourly("private-endpoint"), byUse("private-endpoint/data", "GiB processed")],
    chargedOnly: "leads to a resource from inside the network",
  },
  azurerm_public_ip: {
    charges: () => [hourly("public-ip/standard")],
    chargedOnly: "an address: entry points are what it is attached to",
  },
  ...ignored(
    "the network around machines: runs nothing and keeps no data",
    "azurerm_network_interface",
    "azurerm_network_security_*",
    "azurerm_route",
    "azurerm_route_table",
    "azurerm_subnet",
    "azurerm_subnet_network_security_group_association",
    "azurerm_subnet_route_table_association",
    "azurerm_virtual_network",
    "azurerm_virtual_network_peering",
  ),
};
