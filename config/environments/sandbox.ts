import type { Environment } from "./model";

/**
 * For trying out: thrown away as a whole.
 * The address plan is the project's own: no review gives one. Replace it with yours before you deploy.
 */
export const SANDBOX: Environment = {
  name: "sandbox",
  region: "us-east-1",
  kubeContext: "weighbridge-sandbox",
  clusterName: "weighbridge-sandbox",
  podCidrs: ["10.40.0.0/18"],
  cacheCidrs: ["10.40.64.0/24", "10.40.65.0/24"],
  endpoints: {
    creditLine: "10.40.80.0/24",
    revenueSdk: "10.40.81.0/24",
    kafka: "10.40.96.0/22",
    mysql: "10.40.100.0/24",
    redis: "10.40.101.0/24",
    memcached: "10.40.102.0/24",
    dynamodb: "10.40.104.0/24",
  },
  gateway: { name: "shared", namespace: "gateway-system" },
  collector: { namespace: "observability", app: "otel-collector", port: 4317 },
  backend: { kind: "local" },
  keepsData: false,
  budgetUsdPerMonth: 1500,
};
