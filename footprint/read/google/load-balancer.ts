import { hourly } from "../terraform/charges";
import type { Declaration, TerraformTypes } from "../terraform/type";

/**
 * The front end of a load balancer; one whose scheme starts with `INTERNAL` is no entry point. Its backends are groups
 * of machines or of endpoints.
 */
const FORWARDING_RULE: Declaration = {
  exposures: (body) =>
    (body.optional("load_balancing_scheme") ?? "EXTERNAL").startsWith("INTERNAL")
      ? []
      : [
          {
            id: body.id,
            via: "Google Cloud load balancer",
            hosts: [],
            paths: [],
            backends: [{ service: body.named("name") }],
          },
        ],
  charges: () => [hourly("forwarding-rule")],
};

/** Google Cloud Load Balancing. */
export const LOAD_BALANCERS: TerraformTypes = {
  google_compute_forwarding_rule: FORWARDING_RULE,
  google_compute_global_forwarding_rule: FORWARDING_RULE,
};
