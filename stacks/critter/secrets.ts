import {
  CRITTER,
  CRITTER_NAMESPACES,
  type Cycle,
  SECRET_FILES,
} from "../../config/reviews/002-critter-supply/application";
import type { Manifest } from "../../constructs/core";
import { type CritterCloud, pagesBy, watchOf } from "./cloud";

/** Secrets of the cluster, each with no more in it than its readers need. */
export const SECRETS = {
  database: "database",
  databaseAndBroker: "database-and-broker",
  registry: "registry",
  applicationInsights: "application-insights",
  alertmanager: "alertmanager-receivers",
} as const;

/** Files of the Alertmanager's secret. */
export const RECEIVERS = { slack: "slack-webhook", pagerDuty: "pagerduty-key" } as const;

/** Variable that the collector finds Application Insights by. */
export const APPLICATION_INSIGHTS_VARIABLE = "APPLICATIONINSIGHTS_CONNECTION_STRING";

/** How often a changed value is fetched; running pods keep theirs until they are replaced. */
const REFRESH_INTERVAL = "1h";

/**
 * The store and the secrets that External Secrets keeps in the cluster; no value passes through Terraform.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export function secretManifests(
  { id, secrets: { provider, names } }: CritterCloud,
  { namespace, cycle }: { readonly namespace: string; readonly cycle: Cycle },
): readonly Manifest[] {
  const postgres = { [SECRET_FILES.postgres]: names.postgres };
  const manifests = [
    secretStore(provider),
    externalSecret(SECRETS.database, namespace, postgres),
    externalSecret(SECRETS.databaseAndBroker, namespace, {
      ...postgres,
      [SECRET_FILES.rabbitMq]: names.rabbitMq,
    }),
    pullSecret(namespace, names.registry),
  ];
  if (watchOf(id, cycle) === "applicationInsights") {
    const keys = { [APPLICATION_INSIGHTS_VARIABLE]: names.applicationInsights };
    return [...manifests, externalSecret(SECRETS.applicationInsights, namespace, keys)];
  }
  return [
    ...manifests,
    externalSecret(SECRETS.alertmanager, CRITTER_NAMESPACES.observability, {
      [RECEIVERS.slack]: names.slackWebhook,
      ...(pagesBy(cycle) === "pagerduty" && { [RECEIVERS.pagerDuty]: names.pagerDutyKey }),
    }),
  ];
}

/** Of the whole cluster, for two namespaces and no other. */
function secretStore(provider: Readonly<Record<string, unknown>>): Manifest {
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ClusterSecretStore",
    metadata: { name: CRITTER.name },
    spec: { provider, conditions: [{ namespaces: [CRITTER.name, CRITTER_NAMESPACES.observability] }] },
  };
}

/** @param keys name in the cloud's store by key of the Secret */
function externalSecret(name: string, namespace: string, keys: Readonly<Record<string, string>>): Manifest {
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: { name, namespace },
    spec: {
      refreshInterval: REFRESH_INTERVAL,
      secretStoreRef: { kind: "ClusterSecretStore", name: CRITTER.name },
      target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
      data: Object.entries(keys).map(([secretKey, key]) => ({ secretKey, remoteRef: { key } })),
    },
  };
}

/** Of the type that the kubelet takes. */
function pullSecret(namespace: string, key: string): Manifest {
  const manifest = externalSecret(SECRETS.registry, namespace, { config: key });
  const template = {
    type: "kubernetes.io/dockerconfigjson",
    data: { ".dockerconfigjson": "{{ .config | toString }}" },
  };
  const spec = manifest["spec"] as { readonly target: object };
  return { ...manifest, spec: { ...spec, target: { ...spec.target, template } } };
}
