import type { Environment } from "../../../config/environments";
import { CRITTER_CLUSTERS } from "../../../config/reviews/002-critter-supply/application";
import type { SecretNames } from "../cloud";

/** Name of the cluster and the database, by which the second stack finds them. */
export function eksName({ name }: Environment): string {
  return `critter-eks-${name}`;
}

export function secretNames(environment: Environment): SecretNames {
  const of = (secret: string) => `${eksName(environment)}/${secret}`;
  return {
    postgres: of("postgres"),
    rabbitMq: of("rabbitmq"),
    registry: of("registry"),
    slackWebhook: of("slack-webhook"),
    pagerDutyKey: of("pagerduty-key"),
    applicationInsights: of("application-insights"),
  };
}

/** Machines and addresses of the option. */
export const EKS = CRITTER_CLUSTERS.eks;
