import type { Construct } from "constructs";
import { Manifests, RestrictedNamespace } from "weighbridge/constructs/core";
import { DotnetGateway, type TokenKeyring } from "weighbridge/constructs/dotnet-gateway";

/** A gateway that seals its tokens with one key. */
export function travelGateway(scope: Construct, keyring: TokenKeyring = ONE_KEY): DotnetGateway {
  // #region gateway
  const namespace = new RestrictedNamespace(scope, "Namespace", { name: "travel" }).namespaceName;
  const gateway = new DotnetGateway(scope, "Gateway", {
    namespace,
    partOf: "travel",
    name: "gateway",
    image: "registry.example.com/gateway:3.2.0",
    baseImage: "mcr.microsoft.com/dotnet/aspnet:10.0-alpine",
    resources: {
      cpuRequestMillicores: 200,
      cpuLimitMillicores: 800,
      memoryRequestMi: 192,
      memoryLimitMi: 384,
    },
    scaling: { minReplicas: 2, maxReplicas: 10, cpuPercent: 60 },
    platform: {
      region: "eu-west-1",
      clusterName: "shared",
      vpcId: "vpc-0123456789abcdef0",
      cacheSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
      cacheCidrs: ["10.40.1.0/24", "10.40.2.0/24"],
      podCidrs: ["10.40.16.0/20"],
    },
    cache: { nodeType: "cache.t4g.small" },
    upstream: { budget: 1000 },
    secrets: ["partner-api-keys"],
    keyring,
    otel: { endpoint: "collector.telemetry.svc.cluster.local:4317" },
    ingress: [{ peer: { namespace: "gateway" }, port: 8080 }],
    egress: [{ peer: { namespace: "telemetry", labels: { app: "collector" } }, port: 4317 }],
  });
  new Manifests(scope, "CustomResources", {
    releaseName: "travel-resources",
    namespace,
    manifests: gateway.manifests,
  });
  return gateway;
  // #endregion
}

// #region rotation
const TTL = { tokenTtlSeconds: 1800 };
export const ONE_KEY: TokenKeyring = { ...TTL, activeKid: "k1", kids: ["k1"] };
/** 1. Add: every pod can open what will be sealed with the new key. */
export const ADDED: TokenKeyring = { ...TTL, activeKid: "k1", kids: ["k1", "k2"] };
/** 2. Activate, when every pod has read the new key. */
export const ACTIVATED: TokenKeyring = { ...TTL, activeKid: "k2", kids: ["k1", "k2"] };
/** 3. Remove, when the last token of the old key has expired. */
export const REMOVED: TokenKeyring = { ...TTL, activeKid: "k2", kids: ["k2"] };
// #endregion
