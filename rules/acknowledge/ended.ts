import type { Rule } from "../rule";

export const acknowledgementEnded: Rule = {
  id: "WB081",
  name: "acknowledgement-ended",
  severity: "warning",
  problem: "An acknowledgement has ended.",
  reason: "What was accepted for a time is still there.",
  fix: "Fix the finding, or set a later date; `--as-of DATE` sets the day.",
  source: "https://docs.github.com/en/code-security/code-scanning/managing-code-scanning-alerts",
  // Found when all other rules have run.
  find: () => [],
};
