import type { Environment } from "../../../config/environments";
import { CRITTER_CLUSTERS } from "../../../config/reviews/002-critter-supply/application";
import type { SecretNames } from "../cloud";

/** Names of what the second stack finds; those of vault and database are unique in the whole of Azure. */
export interface AksNames {
  readonly resourceGroup: string;
  readonly cluster: string;
  readonly secretReader: string;
  readonly vault: string;
  readonly database: string;
}

export function aksNames({ name }: Environment, suffix: string): AksNames {
  const base = `critter-aks-${name}`;
  return {
    resourceGroup: base,
    cluster: base,
    secretReader: `${base}-secret-reader`,
    // At most 24 characters.
    vault: `critter-aks-${suffix}`,
    database: `critter-aks-${suffix}`,
  };
}

/** Names of the secrets in the vault. */
export const SECRET_NAMES: SecretNames = {
  postgres: "postgres",
  rabbitMq: "rabbitmq",
  registry: "registry",
  slackWebhook: "slack-webhook",
  pagerDutyKey: "pagerduty-key",
  applicationInsights: "application-insights",
};

/** Machines and addresses of the option. */
export const AKS = CRITTER_CLUSTERS.aks;
