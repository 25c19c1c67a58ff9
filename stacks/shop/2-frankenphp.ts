import type { Construct } from "constructs";
import type { Environment } from "../../config/environments";
import { FRANKENPHP } from "../../config/reviews/003-shop/application/2-frankenphp";
import type { OptionStack } from "../stack";
import { addPhase } from "./phase";

/**
 * Phase 2 of the shop: FrankenPHP in worker mode.
 * @see 003_0fefc16f43783c8b.txt, "Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)"
 */
export function addTo(scope: Construct, environment: Environment): OptionStack {
  return addPhase(scope, environment, FRANKENPHP);
}
