import type { Document, Stack } from "../document";
import { inputsFor } from "../inputs";
import type { SandboxStatus } from "./model";

/**
 * Environment of a deployment into the sandbox: providers, account, environment, and a value for every Terraform
 * variable of the stacks. What the user has set as `TF_VAR_...` counts.
 * @param made values of what was made for the stacks
 * @throws MissingInputError for variables without a value
 */
export function environmentOf(
  { env, variables }: SandboxStatus,
  stacks: readonly Stack[],
  made: Readonly<Record<string, string>> = {},
  own: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const given = Object.entries(own).filter(
    ([name, value]) => name.startsWith("TF_VAR_") && value !== undefined,
  );
  const known = Object.fromEntries(
    given.map(([name, value]) => [name.slice("TF_VAR_".length), String(value)]),
  );
  const inputs = stacks.map(({ document }) =>
    inputsFor(withoutAccount(document), { ...variables, ...made, ...known }),
  );
  return { ...env, ...Object.assign({}, ...inputs), ENVIRONMENT: "sandbox" };
}

/** The account is set by the environment variable of Weighbridge, which gives the Terraform variable its default. */
function withoutAccount(document: Document): Document {
  const { aws_account_id: _, ...variable } = document.variable ?? {};
  return { ...document, variable };
}
