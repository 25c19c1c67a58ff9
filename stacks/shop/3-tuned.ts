import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { TUNED } from "../../config/reviews/003-shop/application/3-tuned";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 3 of the shop: Redis as a cache.
 * @see 003_0fefc16f43783c8b.txt, "Phase 3: Code + Infrastructure Optimization"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, TUNED);
}
