import { monthly } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const ZONE: Declaration = {
  charges: () => [monthly("dns/zone")],
  chargedOnly: "answers names: entry points are what the names lead to",
};

/** Azure DNS. */
export const DNS: TerraformTypes = {
  azurerm_dns_zone: ZONE,
  azurerm_private_dns_zone: ZONE,
  ...ignored("record or link of a private zone", "azurerm_private_dns_*"),
};
