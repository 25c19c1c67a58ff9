import type { Rule } from "../rule";

/** Arguments of which one binds a provider to a place, by provider. */
const GUARDS: Readonly<Record<string, readonly string[]>> = {
  aws: ["allowed_account_ids", "assume_role", "assume_role_with_web_identity"],
  azurerm: ["subscription_id"],
  google: ["project"],
  helm: ["kubernetes.config_context", "kubernetes.host"],
  kubernetes: ["config_context", "host"],
};

export const guardMissing: Rule = {
  id: "WB074",
  name: "guard-missing",
  severity: "warning",
  problem: "A provider is bound to no account, project or cluster.",
  reason: "An apply goes wherever the shell that starts it points to: a sandbox option into production.",
  fix: "Set `allowed_account_ids`, `subscription_id`, `project`, or `config_context`.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1",
  *find(subject) {
    for (const { name, type, set, file } of subject.providers) {
      const guards = Object.hasOwn(GUARDS, type) ? (GUARDS[type] ?? []) : [];
      if (guards.length === 0 || guards.some((each) => set.has(each))) continue;
      yield {
        on: subject.file(`provider.${name}`, file),
        text: `provider ${name} sets none of ${guards.join(", ")}`,
      };
    }
  },
};
