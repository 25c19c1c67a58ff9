import type { Cloud } from "../config/environments";
import { ACCOUNT_FORMS } from "../config/environments/accounts";
import { refuse } from "../constructs/core/errors";
import type { OptionStack } from "./stack";

/**
 * The account of a cloud that the deployer names: a Terraform variable without a default, so that no plan is made
 * without it.
 * @returns its value
 * @throws ValidationError `Missing` where the environment demands an account and was given none
 */
export function accountOf(stack: OptionStack, cloud: Cloud, description: string): string {
  const { variable, pattern, form } = ACCOUNT_FORMS[cloud];
  const { accounts, demandsAccounts, name } = stack.environment;
  if (demandsAccounts && accounts?.[cloud] === undefined) {
    const must = `be given to deploy into "${name}"`;
    const fix = `set TF_VAR_${variable} to ${form}, or name other options in OPTIONS`;
    refuse(stack, { code: "Missing", prop: variable, must, got: undefined, fix });
  }
  const account = stack.input(variable, "string", description);
  account.addValidation({
    condition: `\${can(regex("${pattern.source}", var.${variable}))}`,
    errorMessage: `${variable} must be ${form}.`,
  });
  return account.stringValue;
}
