import type { Rule } from "../rule";

export const secretInState: Rule = {
  id: "WB076",
  name: "secret-in-state",
  severity: "note",
  securitySeverity: 4,
  problem: "The Terraform state contains a credential.",
  reason: "Whoever may read the state may read it; the provider has no write-only argument.",
  fix: "Encrypt the state and restrict who reads it, or create the credential outside of Terraform.",
  source: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  // Constructs report it at synth: only they know what a provider exports.
  find: () => [],
};
