import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { ENTERPRISE } from "../../config/reviews/003-shop/application/7-enterprise";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 7 of the shop: replicas, pooling and a search cluster.
 * @see 003_0fefc16f43783c8b.txt, "Phase 7: Enterprise-Grade Performance"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, ENTERPRISE);
}
