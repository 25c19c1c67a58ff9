import type { Rule } from "../rule";

export const secondApply: Rule = {
  id: "WB078",
  name: "second-apply",
  severity: "note",
  problem: "The first apply fails, or configures something that is not running yet.",
  reason: "Terraform does not wait for what an operator starts.",
  fix: "Apply again, or use a second stack for what depends on it.",
  source: "https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on",
  // Constructs report it at synth.
  find: () => [],
};
