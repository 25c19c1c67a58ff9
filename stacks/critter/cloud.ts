import type { ClusterCloud, Cycle } from "../../config/reviews/002-critter-supply/application";
import type { CLUSTER_SWITCHES } from "../../config/reviews/002-critter-supply/switches";
import type { Chart } from "../../config/reviews/004-laravel/application";
import type { Chosen } from "../switches";

export type ClusterSwitches = Chosen<typeof CLUSTER_SWITCHES>;

/** What a secret of the cloud's store is called there, by what is in it. */
export interface SecretNames {
  readonly postgres: string;
  readonly rabbitMq: string;
  /** `.dockerconfigjson` for GitHub's registry. */
  readonly registry: string;
  readonly slackWebhook: string;
  readonly pagerDutyKey: string;
  /** Connection string of Application Insights; on Azure alone. */
  readonly applicationInsights: string;
}

/** What a cloud gives to the application: everything else is the same on each. */
export interface CritterCloud {
  readonly id: ClusterCloud;
  /** Where the database's addresses lie, for the network policies. */
  readonly databaseCidrs: readonly string[];
  /** `spec.provider` of the ClusterSecretStore, and what the secrets are called. */
  readonly secrets: {
    readonly provider: Readonly<Record<string, unknown>>;
    readonly names: SecretNames;
  };
  /** Values of the External Secrets chart, beside the shared ones. */
  readonly secretReader?: Readonly<Record<string, unknown>>;
  /**
   * Annotations of the Service that the cloud makes the entry point's load balancer for.
   * @default - none
   */
  readonly balancer?: Readonly<Record<string, string>>;
  /** Charts that only this cloud needs. */
  readonly charts: readonly Chart[];
}

/** Where the application is watched: in the cluster, or by Azure. */
export type Watch = "prometheus" | "applicationInsights";

/** "Cycle 19-20: Self-hosted Prometheus + Grafana; Cycle 21: Migrate to Azure Application Insights". */
export function watchOf(cloud: ClusterCloud, cycle: Cycle): Watch {
  return cloud === "aks" && cycle === "21" ? "applicationInsights" : "prometheus";
}

/** "Cycle 19-20: Slack alerts; Cycle 21: PagerDuty". */
export function pagesBy(cycle: Cycle): "slack" | "pagerduty" {
  return cycle === "21" ? "pagerduty" : "slack";
}
