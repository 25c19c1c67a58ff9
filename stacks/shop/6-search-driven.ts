import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { SEARCH_DRIVEN } from "../../config/reviews/003-shop/application/6-search-driven";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 6 of the shop: listings from the index.
 * @see 003_0fefc16f43783c8b.txt, "Phase 6: Search-Driven Architecture"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, SEARCH_DRIVEN);
}
