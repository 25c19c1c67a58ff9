import type { Environment } from "./model";

/**
 * For the last test before production: shared, and kept.
 * Region, addresses and backend are the project's own: no review gives them. Replace them with yours.
 */
export const STAGING: Environment = {
  name: "staging",
  region: "us-east-1",
  kubeContext: "weighbridge-staging",
  clusterName: "weighbridge-staging",
  podCidrs: ["10.41.0.0/18"],
  cacheCidrs: ["10.41.64.0/24", "10.41.65.0/24"],
  endpoints: {
    creditLine: "10.41.80.0/24",
    revenueSdk: "10.41.81.0/24",
    kafka: "10.41.96.0/22",
    mysql: "10.41.100.0/24",
    redis: "10.41.101.0/24",
    memcached: "10.41.102.0/24",
    dynamodb: "10.41.104.0/24",
  },
  gateway: { name: "shared", namespace: "gateway-system" },
  collector: { namespace: "observability", app: "otel-collector", port: 4317 },
  backend: { kind: "s3", bucket: "weighbridge-staging-state", region: "us-east-1" },
  keepsData: true,
};
