import { byUse } from "../terraform/charges";
import { ignored, type TerraformProvider } from "../terraform/type";

/** The `pagerduty` provider. */
export const PAGERDUTY: TerraformProvider = {
  name: "pagerduty",
  charging: "pagerduty",
  types: [
    {
      pagerduty_service: {
        charges: () => [byUse("users", "user and month")],
        chargedOnly: "receives alerts, which are listed where they are defined",
      },
      ...ignored("who is paged, and when", "pagerduty_*"),
    },
  ],
};
