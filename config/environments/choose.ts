import { readAccounts } from "./accounts";
import { ENVIRONMENTS } from "./known";
import { type Environment, EnvironmentError, type EnvironmentName } from "./model";

/** What the environment of a process says. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The environment that `ENVIRONMENT` names, with the accounts that Terraform is told of. Without a name it is the
 * sandbox, as it is weighed: no account is demanded then, and Terraform itself refuses to plan without one.
 *
 * @param env `process.env`
 * @param purpose `weigh` never demands an account, `deploy` does where the environment is named
 * @throws EnvironmentError when there is no such environment; the message names those that exist
 */
export function chooseEnvironment(env: Variables, purpose: "weigh" | "deploy"): Environment {
  const name = env["ENVIRONMENT"] ?? "sandbox";
  if (!Object.hasOwn(ENVIRONMENTS, name))
    throw new EnvironmentError(
      `'ENVIRONMENT' must be one of ${Object.keys(ENVIRONMENTS).join(", ")}, got "${name}"; ` +
        "leave it out for the sandbox",
    );
  return {
    ...ENVIRONMENTS[name as EnvironmentName],
    accounts: readAccounts(env),
    demandsAccounts: purpose === "deploy" && env["ENVIRONMENT"] !== undefined,
  };
}
