import { type Accounts, type Cloud, type Environment, EnvironmentError } from "./model";

/** How an account of a cloud is called and written. */
interface AccountForm {
  /** Terraform variable; given as `TF_VAR_<variable>`. */
  readonly variable: string;
  readonly pattern: RegExp;
  /** Reads after "must be". */
  readonly form: string;
}

export const ACCOUNT_FORMS: Readonly<Record<Cloud, AccountForm>> = {
  aws: { variable: "aws_account_id", pattern: /^[0-9]{12}$/, form: "twelve digits" },
  azure: {
    variable: "azure_subscription_id",
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    form: "a lower-case GUID",
  },
  google: {
    variable: "google_project",
    pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    form: "the id of a project, for example travel-sandbox-1",
  },
};

const CLOUDS = Object.keys(ACCOUNT_FORMS) as Cloud[];

/** The accounts that are given; an empty value is none. */
export function readAccounts(env: Readonly<Record<string, string | undefined>>): Accounts {
  const given = CLOUDS.map((cloud) => [cloud, env[`TF_VAR_${ACCOUNT_FORMS[cloud].variable}`]]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ""));
}

/** @throws EnvironmentError for an account that is malformed, or not among those that the environment allows */
export function checkAccounts({ name, accounts = {}, allowedAccounts = {} }: Environment): void {
  for (const cloud of CLOUDS) {
    const account = accounts[cloud];
    if (account === undefined) continue;
    const { variable, pattern, form } = ACCOUNT_FORMS[cloud];
    if (!pattern.test(account))
      throw new EnvironmentError(
        `'${variable}' must be ${form}, got "${account}"; set TF_VAR_${variable} to the account to deploy into`,
      );
    const allowed = allowedAccounts[cloud];
    if (allowed !== undefined && !allowed.includes(account))
      throw new EnvironmentError(
        `'${variable}' must be one of ${allowed.join(", ")} in the environment "${name}", got "${account}"; ` +
          `set TF_VAR_${variable} to one of them, or choose another ENVIRONMENT`,
      );
  }
}
