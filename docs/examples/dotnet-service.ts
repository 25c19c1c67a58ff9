import type { Construct } from "constructs";
import { RestrictedNamespace } from "weighbridge/constructs/core";
import { DOTNET_PORT, DotnetService } from "weighbridge/constructs/dotnet-service";

/** A service that one other service calls, with a collector in each pod. */
export function stations(scope: Construct): DotnetService {
  // #region example
  const namespace = new RestrictedNamespace(scope, "Namespace", { name: "travel" }).namespaceName;
  return new DotnetService(scope, "Stations", {
    namespace,
    name: "stations",
    image: "registry.example.com/stations:1.4.0",
    baseImage: "mcr.microsoft.com/dotnet/aspnet:10.0-alpine",
    resources: {
      cpuRequestMillicores: 100,
      cpuLimitMillicores: 500,
      memoryRequestMi: 128,
      memoryLimitMi: 256,
    },
    scaling: { minReplicas: 2, maxReplicas: 4, cpuPercent: 60 },
    otel: { endpoint: "collector.telemetry.svc.cluster.local:4317" },
    ingress: [{ peer: { labels: { app: "gateway" } }, port: DOTNET_PORT }],
    egress: [{ peer: { namespace: "telemetry", labels: { app: "collector" } }, port: 4317 }],
  });
  // #endregion
}
