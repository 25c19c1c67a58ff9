import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { TRADITIONAL } from "../../config/reviews/003-shop/application/1-traditional";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 1 of the shop: nginx and PHP-FPM.
 * @see 003_0fefc16f43783c8b.txt, "Phase 1: Traditional Infrastructure (Intentional Bottlenecks)"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, TRADITIONAL);
}
