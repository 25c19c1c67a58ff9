import { byUse, monthly } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Google Cloud DNS. */
export const DNS: TerraformTypes = {
  google_dns_managed_zone: {
    charges: () => [monthly("dns/zone")],
    chargedOnly: "answers names: entry points are what the names lead to",
  },
  google_dns_record_set: {
    charges: () => [byUse("dns/queries", "million queries", "monthly_queries")],
    chargedOnly: "a name of something else",
  },
  ...ignored("setting of a zone", "google_dns_policy", "google_dns_response_policy*"),
};
