import { byUse, hourly, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Standard is the default since version 4 of the provider; before, and where it is written, an address may be Basic. */
function publicAddress(body: Cursor): string | undefined {
  const tier = textOr(body, "sku", "Standard")?.toLowerCase();
  if (tier !== "basic") return sized("public-ip", tier);
  return sized("public-ip/basic", body.optional("allocation_method")?.toLowerCase());
}

/** Azure Virtual Network. */
export const NETWORK: TerraformTypes = {
  azurerm_nat_gateway: {
    charges: () => [hourly("nat-gateway"), byUse("nat-gateway/data", "GiB", "monthly_data_processed_gb")],
    chargedOnly: "lets machines out, and nobody in",
  },
  azurerm_private_endpoint: {
    charges: () => [
      hourly("private-endpoint"),
      byUse("private-endpoint/data", "GiB", "monthly_inbound_data_processed_gb"),
      byUse("private-endpoint/data", "GiB", "monthly_outbound_data_processed_gb"),
    ],
    chargedOnly: "leads to a resource from inside the network",
  },
  azurerm_public_ip: {
    charges: (body) => [hourly(publicAddress(body))],
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
    "azurerm_application_security_group",
    "azurerm_network_interface_application_security_group_association",
    "azurerm_network_interface_security_group_association",
    "azurerm_private_link_*",
    "azurerm_subnet_nat_gateway_association",
    "azurerm_subnet_service_endpoint_storage_policy",
    "azurerm_virtual_network",
    "azurerm_virtual_network_dns_servers",
  ),
};
