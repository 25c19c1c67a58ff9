import { type Accounts, type Cloud, type Environment, EnvironmentError } from "./model";

/** How an account of a cloud is called and written. */
interface AccountForm {
  /** Terraform variable. */
  readonly variable: string;
  /**
   * Environment variable that synthesis reads. Not `TF_VAR_<variable>`: the cdktf command removes those before it runs
   * the app.
   */
  readonly env: string;
  readonly pattern: RegExp;
  /** Reads after "must be". */
  readonly form: string;
}

export const ACCOUNT_FORMS: Readonly<Record<Cloud, AccountForm>> = {
  aws: {
    variable: "aws_account_id",
    env: "WEIGHBRIDGE_AWS_ACCOUNT_ID",
    pattern: /^[0-9]{12}$/,
    form: "twelve digits",
  },
  azure: {
    variable: "azure_subscription_id",
    env: "WEIGHBRIDGE_AZURE_SUBSCRIPTION_ID",
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    form: "a lower-case GUID",
  },
  google: {
    variable: "google_project",
    env: "WEIGHBRIDGE_GOOGLE_PROJECT",
    pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    form: "the id of a project, for example travel-sandbox-1",
  },
};

const CLOUDS = Object.keys(ACCOUNT_FORMS) as Cloud[];

/** The accounts that are given; an empty value is none. */
export function readAccounts(env: Readonly<Record<string, string | undefined>>): Accounts {
  const given = CLOUDS.map((cloud) => [cloud, env[ACCOUNT_FORMS[cloud].env]]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ""));
}

/** @throws EnvironmentError for an account that is malformed, or not among those that the environment allows */
export function checkAccounts({ name, accounts = {}, allowedAccounts = {} }: Environment): void {
  for (const cloud of CLOUDS) {
    const account = accounts[cloud];
    if (account === undefined) continue;
    const { env, pattern, form } = ACCOUNT_FORMS[cloud];
    if (!pattern.test(account))
      throw new EnvironmentError(
        `'${env}' must be ${form}, got "${account}"; set it to the account to deploy into`,
      );
    const allowed = allowedAccounts[cloud];
    if (allowed !== undefined && !allowed.includes(account))
      throw new EnvironmentError(
        `'${env}' must be one of ${allowed.join(", ")} in the environment "${name}", got "${account}"; ` +
          `set it to one of them, or choose another ENVIRONMENT`,
      );
  }
}
