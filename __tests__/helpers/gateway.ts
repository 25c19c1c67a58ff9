import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Manifests } from "../../constructs/core";
import { DotnetGateway, type DotnetGatewayProps } from "../../constructs/dotnet-gateway";
import { freshStack } from "./synth";

/** A gateway in a stack of its own, its custom resources included; the least that one needs, and what is given. */
export function gateway(props: Partial<DotnetGatewayProps> = {}): DotnetGateway {
  const stack = freshStack();
  new AwsProvider(stack, "Aws", {});
  const built = new DotnetGateway(stack, "Gateway", {
    namespace: "shop",
    partOf: "shop-1",
    name: "gateway",
    image: "gateway:1",
    resources: {
      cpuRequestMillicores: 200,
      cpuLimitMillicores: 800,
      memoryRequestMi: 192,
      memoryLimitMi: 384,
    },
    scaling: { minReplicas: 2, maxReplicas: 10, cpuPercent: 60 },
    platform: {
      region: "eu-west-1",
      clusterName: "cluster",
      vpcId: "vpc-1",
      cacheSubnetIds: ["subnet-1", "subnet-2"],
      cacheCidrs: ["10.0.1.0/24", "10.0.2.0/24"],
      podCidrs: ["10.0.16.0/20"],
    },
    cache: { nodeType: "cache.t4g.micro" },
    upstream: { budget: 1000 },
    ...props,
  });
  new Manifests(stack, "CustomResources", {
    releaseName: "gateway",
    namespace: "shop",
    manifests: built.manifests,
  });
  return built;
}
