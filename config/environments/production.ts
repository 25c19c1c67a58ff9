import type { Environment } from "./model";

/**
 * What users see.
 * Region, addresses and backend are the project's own: no review gives them. Replace them with yours.
 */
export const PRODUCTION: Environment = {
  name: "production",
  region: "us-east-1",
  kubeContext: "weighbridge-production",
  clusterName: "weighbridge-production",
  podCidrs: ["10.42.0.0/18"],
  cacheCidrs: ["10.42.64.0/24", "10.42.65.0/24"],
  endpoints: {
    creditLine: "10.42.80.0/24",
    revenueSdk: "10.42.81.0/24",
    kafka: "10.42.96.0/22",
    mysql: "10.42.100.0/24",
    redis: "10.42.101.0/24",
    memcached: "10.42.102.0/24",
    dynamodb: "10.42.104.0/24",
  },
  gateway: { name: "shared", namespace: "gateway-system" },
  collector: { namespace: "observability", app: "otel-collector", port: 4317 },
  backend: { kind: "cloud", organization: "weighbridge" },
  keepsData: true,
  demandsAllowedAccounts: true,
  allowedHosts: {
    docker: ["*.production.example.com"],
    kafka: ["*.production.example.com"],
    mysql: ["*.production.example.com"],
    rabbitmq: ["*.production.example.com"],
  },
};
