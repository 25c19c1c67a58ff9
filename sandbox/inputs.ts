import { UserError } from "../errors/user-error";
import type { Document } from "./document";

/** Variables that neither the stack nor the sandbox gives a value. */
export class MissingInputError extends UserError {
  public override readonly name = "MissingInputError";
}

/** What every variable that is a secret is set to, so that a test can look for it where it must not be. */
export const SECRET = "the-secret-of-the-sandbox";

/** Values for the variables that are called something like this; the first that fits counts. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^image_registry$/, "registry.test"],
  [/^(mysql|redis|memcached)_host$/, "store.example.com"],
  [/^mysql_user$/, "frontend3"],
  [/^(credit_line|revenue_sdk)_url$/, "http://service.example.com:8080"],
  [/_tag$/, "1.0.0"],
  [/^owner$/, "sandbox"],
  [/^harbor_username$/, "robot"],
  [/^expires_on$/, "2100-01-01"],
  [/^budget_email$/, "owner@example.com"],
  [/^registry_(username|password)$/, "sandbox"],
  [/_booking_token_key_\w+$/, Buffer.alloc(32, "k").toString("base64")],
  [/^azure_\w+_id$/, "00000000-0000-0000-0000-000000000000"],
  [/^aws_account_id$/, "123456789012"],
  [/^google_project$/, "sandbox-project"],
  [/^name_suffix$/, "x7k2"],
  [/^certificate_/, "sandbox"],
  [/^git_repository_url$/, "https://git.example.com/jobs.git"],
  [/^log_host$/, "logs.example.com"],
  [/^cluster_access_cidrs$/, '["192.0.2.0/24"]'],
  [/^cluster_access_cidr$/, "192.0.2.0/24"],
  [/^acme_email$/, "owner@example.com"],
  [/^payment_provider_url$/, "https://payments.example.com"],
  [/^oncall_emails$/, '["a@example.com","b@example.com","c@example.com"]'],
  [/^rabbitmq_endpoint$/, "http://127.0.0.1:15672"],
  [/^rabbitmq_username$/, "sandbox"],
  // CloudAMQP's provider keeps it in the state, and the stack says so.
  [/^slack_webhook$/, "https://hooks.example.com/in-the-state"],
  [/^(cloudamqp_apikey|pagerduty_token|registry_dockerconfigjson)$/, SECRET],
  [/(^app_key|_password)$/, SECRET],
  [/(^api_key|_api_keys?(_|$)|_kafka_sasl$)/, "sandbox"],
];

/**
 * What a stack's variables are set to, as Terraform's own environment variables.
 * @param surroundings values that only the running sandbox has; these also replace a default
 * @throws MissingInputError, a line for each variable that has neither a default nor a value here
 */
export function inputsFor(
  { variable = {} }: Document,
  surroundings: Readonly<Record<string, string>>,
): Record<string, string> {
  const needed = Object.entries(variable).filter(
    ([name, { default: fallback }]) => surroundings[name] !== undefined || fallback === undefined,
  );
  const values = needed.map(([name]) => [name, surroundings[name] ?? valueFor(name)] as const);
  const missing = values.filter(([, value]) => value === undefined);
  if (missing.length > 0)
    throw new MissingInputError(
      missing.map(([name]) => `the variable ${name} has no value; set TF_VAR_${name}`).join("\n"),
    );
  return Object.fromEntries(values.map(([name, value]) => [`TF_VAR_${name}`, value ?? ""]));
}

function valueFor(name: string): string | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}
