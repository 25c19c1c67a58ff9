import { readAccounts } from "./accounts";
import { ENVIRONMENTS } from "./known";
import { type Environment, EnvironmentError, type EnvironmentName } from "./model";

/** Environment variables of a process. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The environment named by `ENVIRONMENT`, with the accounts from the variables. Without a name it is the sandbox, which
 * is also the environment of footprints: no account is required then, and `terraform plan` fails without one.
 *
 * @param env `process.env`
 * @param purpose `assess` never requires an account, `deploy` does if the environment is named
 * @throws EnvironmentError when there is no such environment; the message names those that exist
 */
export function chooseEnvironment(env: Variables, purpose: "assess" | "deploy"): Environment {
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
