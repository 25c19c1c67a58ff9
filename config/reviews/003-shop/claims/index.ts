import type { Claim } from "../../../model/claim";
import { DEPLOYMENT_CLAIMS } from "./deployment";
import { PHASE_CLAIMS } from "./phases";
import { TESTING_CLAIMS } from "./testing";

/** Symfony shop on Docker Swarm: improvements by phase, load tests, deployment files. */
export const REVIEW_003_CLAIMS: readonly Claim[] = [...PHASE_CLAIMS, ...TESTING_CLAIMS, ...DEPLOYMENT_CLAIMS];
