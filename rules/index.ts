/** Rules about options: what is wrong with them, why, and how to fix it. */
export { type Checked, type CheckOptions, type CheckResult, check } from "./check";
export type { Finding } from "./finding";
export { CHECK_FORMATS } from "./formats";
export { summary } from "./formats/table";
export { SEVERITIES, type Severity } from "./hit";
export { readKnown } from "./known";
export { rulesPage } from "./page";
export { RULES } from "./registry";
export type { Rule } from "./rule";
export type { RuleSettings } from "./subject";
