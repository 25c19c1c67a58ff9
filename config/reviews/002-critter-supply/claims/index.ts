import type { Claim } from "../../../model/claim";
import { AVAILABILITY_CLAIMS } from "./availability";
import { BUDGET_CLAIMS } from "./budget";
import { PLAN_CLAIMS } from "./plan";

/** Critter Supply: where it runs, its RabbitMQ, its budget and its plan. */
export const REVIEW_002_CLAIMS: readonly Claim[] = [...BUDGET_CLAIMS, ...PLAN_CLAIMS, ...AVAILABILITY_CLAIMS];
