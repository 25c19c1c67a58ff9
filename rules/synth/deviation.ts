import type { Rule } from "../rule";

export const deviation: Rule = {
  id: "WB079",
  name: "deviation",
  severity: "note",
  problem: "An option is implemented differently from its review.",
  reason: "The review cannot, or should not, be implemented as written; each deviation names its reason.",
  fix: "Correct the review, or accept the deviation.",
  source: "https://adr.github.io/",
  // Stacks report it at synth.
  find: () => [],
};
