import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { useFoundCluster } from "../found-cluster";
import type { OptionStack } from "../stack";

/** The providers for the cluster of that name, entered by a token of `aws eks get-token`. */
export function useFoundEks(stack: OptionStack, name: string): DataAwsEksCluster {
  const cluster = new DataAwsEksCluster(stack, "Cluster", { name });
  useFoundCluster(stack, {
    host: cluster.endpoint,
    certificateAuthority: cluster.certificateAuthority.get(0).data,
    command: "aws",
    args: ["eks", "get-token", "--cluster-name", name, "--region", stack.environment.region],
  });
  return cluster;
}
