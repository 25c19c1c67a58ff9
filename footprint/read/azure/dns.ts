import { monthly } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const ZONE: Declaration = {
  charges: () => [monthly("dns/zone")],
  chargedOnly: "answers names: entry points are what the names lead to",
};

const ENDPOINT: Declaration = {
  charges: () => [monthly("dns/resolver-endpoint")],
  chargedOnly: "answers names between networks",
};

/** Azure DNS. */
export const DNS: TerraformTypes = {
  azurerm_dns_zone: ZONE,
  azurerm_private_dns_zone: ZONE,
  azurerm_private_dns_resolver_inbound_endpoint: ENDPOINT,
  azurerm_private_dns_resolver_outbound_endpoint: ENDPOINT,
  azurerm_private_dns_resolver_dns_forwarding_ruleset: {
    charges: () => [monthly("dns/resolver-ruleset")],
    chargedOnly: "forwards questions for names",
  },
  ...ignored(
    "part of a resolver, which is charged by its endpoints and rulesets",
    "azurerm_private_dns_resolver*",
  ),
  ...ignored(
    "record or link of a private zone",
    "azurerm_private_dns_*_record",
    "azurerm_private_dns_zone_virtual_network_link",
  ),
};
