import { monthly } from "../terraform/charges";
import type { TerraformTypes } from "../terraform/type";

/** Google Cloud DNS. */
export const DNS: TerraformTypes = {
  google_dns_managed_zone: {
    charges: () => [monthly("dns/zone")],
    chargedOnly: "answers names: entry points are what the names lead to",
  },
};
