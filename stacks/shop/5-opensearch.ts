import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { SEARCH } from "../../config/reviews/003-shop/application/5-opensearch";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 5 of the shop: OpenSearch.
 * @see 003_0fefc16f43783c8b.txt, "Phase 5: Search Optimization (OpenSearch)"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, SEARCH);
}
