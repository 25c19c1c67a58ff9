import type { Environment } from "../../../config/environments";
import { CRITTER_CLUSTERS } from "../../../config/reviews/002-critter-supply/application";
import type { SecretNames } from "../cloud";

/** Name of the cluster and the database, by which the second stack finds them. */
export function gkeName({ name }: Environment): string {
  return `critter-gke-${name}`;
}

/** Name of a secret in the project. */
export function secretName(environment: Environment, id: string): string {
  return `${gkeName(environment)}-${id}`;
}

export function secretNames(environment: Environment): SecretNames {
  const of = (id: string) => secretName(environment, id);
  return {
    postgres: of("postgres"),
    rabbitMq: of("rabbitmq"),
    registry: of("registry"),
    slackWebhook: of("slack-webhook"),
    pagerDutyKey: of("pagerduty-key"),
    applicationInsights: of("application-insights"),
  };
}

/** Region, machines and addresses of the option. */
export const GKE = CRITTER_CLUSTERS.gke;
