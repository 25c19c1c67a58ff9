import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

/**
 * A Terraform variable for a secret value: sensitive, and ephemeral, so that it is written to no plan and no
 * state. Only write-only arguments accept it. Needs Terraform 1.11 or later.
 * Given as `TF_VAR_<name>`, so the name must be unique in the stack.
 * @see https://developer.hashicorp.com/terraform/language/values/variables#exclude-values-from-state
 */
export function secretVariable(scope: Construct, name: string, description: string): string {
  const variable = new TerraformVariable(scope, name, { type: "string", sensitive: true, description });
  // Deployers type the name, so it must not depend on the path of the construct.
  variable.overrideLogicalId(name);
  variable.addOverride("ephemeral", true);
  return variable.stringValue;
}
