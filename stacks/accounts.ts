import type { Cloud } from "../config/environments";
import { ACCOUNT_FORMS } from "../config/environments/accounts";
import { refuse } from "../constructs/core/errors";
import type { OptionStack } from "./stack";

/**
 * The account of a cloud that the deployer sets: a Terraform variable whose default is the account that the stack was
 * synthesised for, and which rejects any other. A stack that was synthesised for comparison has no default, so that no
 * plan is made without an account.
 * @returns its value
 * @throws ValidationError `Missing` where the environment demands an account and was given none, or demands a list of
 * allowed accounts and has none
 */
export function accountOf(stack: OptionStack, cloud: Cloud, description: string): string {
  const { variable, pattern, form } = ACCOUNT_FORMS[cloud];
  checkDemands(stack, cloud);
  const given = stack.environment.accounts?.[cloud];
  const account = stack.input(variable, "string", description, given);
  account.addValidation(
    given === undefined
      ? {
          condition: `\${can(regex("${pattern.source}", var.${variable}))}`,
          errorMessage: `${variable} must be ${form}.`,
        }
      : {
          condition: `\${var.${variable} == "${given}"}`,
          errorMessage: `${variable} must be ${given}, the account that this stack was synthesised for.`,
        },
  );
  return account.stringValue;
}

function checkDemands(stack: OptionStack, cloud: Cloud): void {
  const { env, form } = ACCOUNT_FORMS[cloud];
  const { accounts, allowedAccounts, demandsAccounts, demandsAllowedAccounts, name } = stack.environment;
  if (!demandsAccounts) return;
  if (accounts?.[cloud] === undefined) {
    const must = `be given to deploy into "${name}"`;
    const fix = `set ${env} to ${form}, or name other options in OPTIONS`;
    refuse(stack, { code: "Missing", prop: env, must, got: undefined, fix });
  }
  if (demandsAllowedAccounts && allowedAccounts?.[cloud] === undefined) {
    const must = `list the accounts that "${name}" may be deployed into`;
    const fix = `add them to config/environments/${name}.ts`;
    refuse(stack, { code: "Missing", prop: `allowedAccounts.${cloud}`, must, got: undefined, fix });
  }
}
