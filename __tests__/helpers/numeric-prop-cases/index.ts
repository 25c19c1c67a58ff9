import type { NumericCases } from "./messages";
import { MESSAGING_CASES } from "./messaging";
import { WORKLOAD_CASES } from "./workloads";

/** Every exported number, by its type and name. */
export const NUMERIC_CASES: NumericCases = { ...MESSAGING_CASES, ...WORKLOAD_CASES };
