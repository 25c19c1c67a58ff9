import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { VARNISHED } from "../../config/reviews/003-shop/application/4-varnish";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 4 of the shop: Varnish.
 * @see 003_0fefc16f43783c8b.txt, "Phase 4: HTTP Caching Layer (Varnish)"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, VARNISHED);
}
