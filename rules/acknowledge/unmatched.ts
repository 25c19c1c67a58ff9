import type { Rule } from "../rule";

export const acknowledgementUnmatched: Rule = {
  id: "WB080",
  name: "acknowledgement-unmatched",
  severity: "warning",
  problem: "An acknowledgement matches no finding.",
  reason: "What it accepted is gone, or its rule or resource is misspelt: it may hide another finding later.",
  fix: "Remove it, or correct its rule and resource.",
  source: "https://docs.github.com/en/code-security/code-scanning/managing-code-scanning-alerts",
  // Found when all other rules have run.
  find: () => [],
};
