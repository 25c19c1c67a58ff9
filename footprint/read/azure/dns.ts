import { byUse, monthly } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const ZONE: Declaration = {
  charges: () => [monthly("dns/zone")],
  chargedOnly: "answers names: entry points are what the names lead to",
};

const RECORD: Declaration = {
  charges: () => [byUse("dns/queries", "million queries", "monthly_queries")],
  chargedOnly: "a name of something else",
};

const ENDPOINT: Declaration = {
  charges: () => [monthly("dns/resolver-endpoint")],
  chargedOnly: "answers names between networks",
};

/** Azure DNS. */
export const DNS: TerraformTypes = {
  azurerm_dns_zone: ZONE,
  azurerm_private_dns_zone: {
    charges: () => [monthly("dns/private-zone")],
    chargedOnly: "answers names: entry points are what the names lead to",
  },
  "azurerm_dns_*_record": RECORD,
  "azurerm_private_dns_*_record": RECORD,
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
  ...ignored("link of a private zone", "azurerm_private_dns_zone_virtual_network_link"),
};
