import type { TerraformVariable } from "cdktf";
import { ENVIRONMENTS, type Service } from "../config/environments";
import { addressPattern, hostsOfOthers } from "../config/environments/hosts";
import { refuse } from "../constructs/core/errors";
import type { OptionStack } from "./stack";

/**
 * Guards a variable with addresses of a service that no account belongs to: the plan rejects a host that the environment
 * does not list, and where it lists none, a host that another environment lists.
 * @param form whether the variable is one address or a list of them
 * @throws ValidationError `Missing` where the environment demands a list of its hosts and has none
 */
export function guardHosts(
  stack: OptionStack,
  service: Service,
  variable: TerraformVariable,
  form: "address" | "list" = "address",
): TerraformVariable {
  const { environment } = stack;
  const allowed = environment.allowedHosts?.[service];
  if (allowed === undefined && environment.demandsAccounts && environment.demandsAllowedAccounts)
    refuse(stack, {
      code: "Missing",
      prop: `allowedHosts.${service}`,
      must: `list the hosts that "${environment.name}" may be deployed to`,
      got: undefined,
      fix: `add them to config/environments/${environment.name}.ts`,
    });
  const others = hostsOfOthers(service, environment, Object.values(ENVIRONMENTS));
  const hosts = allowed ?? others;
  if (hosts.length === 0) return variable;
  const name = variable.friendlyUniqueId;
  const matches = (value: string) => `can(regex("${addressPattern(hosts)}", ${value}))`;
  const fits = (value: string) => (allowed === undefined ? `!${matches(value)}` : matches(value));
  variable.addValidation({
    condition:
      form === "address"
        ? `\${${fits(`var.${name}`)}}`
        : `\${alltrue([for each in var.${name} : ${fits("each")}])}`,
    errorMessage:
      allowed === undefined
        ? `${name} must not be a host of another environment: ${others.join(", ")}.`
        : `${name} must be on one of the hosts of "${environment.name}": ${allowed.join(", ")}.`,
  });
  return variable;
}
