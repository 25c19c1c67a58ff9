import type { Claim } from "../../../model/claim";
import { COST_CLAIMS } from "./cost";
import { FAILURE_CLAIMS } from "./failure";
import { KAFKA_CLAIMS } from "./kafka";
import { OPERATIONS_CLAIMS } from "./operations";
import { PARTS_CLAIMS } from "./parts";
import { PIPELINE_CLAIMS } from "./pipeline";
import { SCALING_CLAIMS } from "./scaling";
import { SCORE_CLAIMS } from "./scores";
import { STEADY_CLAIMS } from "./steady";
import { STORE_CLAIMS } from "./stores";

/** Partner API: trimmed .NET, PHP native bundle, thin gateway. */
export const REVIEW_001_CLAIMS: readonly Claim[] = [
  ...STEADY_CLAIMS,
  ...SCALING_CLAIMS,
  ...PARTS_CLAIMS,
  ...KAFKA_CLAIMS,
  ...STORE_CLAIMS,
  ...PIPELINE_CLAIMS,
  ...COST_CLAIMS,
  ...SCORE_CLAIMS,
  ...OPERATIONS_CLAIMS,
  ...FAILURE_CLAIMS,
];
