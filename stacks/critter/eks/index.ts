import { StorageClassV1 } from "@cdktf/provider-kubernetes/lib/storage-class-v1";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { CRITTER_CHARTS } from "../../../config/reviews/002-critter-supply/application";
import { CLUSTER_SWITCHES } from "../../../config/reviews/002-critter-supply/switches";
import type { Chart } from "../../../config/reviews/004-laravel/application";
import { useAws } from "../../aws";
import { useFoundEks } from "../../eks/found-cluster";
import { OptionStack } from "../../stack";
import { chooseSwitches } from "../../switches";
import { addApplication } from "../application";
import type { ClusterSwitches } from "../cloud";
import { EKS, eksName, secretNames } from "./names";
import { fillEksPlatform } from "./platform";

/**
 * Critter Supply on EKS, the review's alternative: a stack with the cluster and its database, and one with what runs in
 * it. The second finds the first's parts by their names, so that nothing is handed over and each can be deployed alone.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?"
 * @throws ValidationError `BadName` for a switch or a value that there is not
 */
export function addTo(scope: Construct, around: Environment, given?: Partial<ClusterSwitches>): OptionStack {
  const { region } = EKS;
  const environment = { ...around, region };
  const platform = new OptionStack(scope, "critter-eks-platform", environment);
  const stack = new OptionStack(scope, "critter-eks", environment);
  stack.addDependency(platform);
  const { cycle } = chooseSwitches(stack, CLUSTER_SWITCHES, given);
  fillEksPlatform(platform, cycle);

  useAws(stack);
  const name = eksName(environment);
  useFoundEks(stack, name);
  addStorageClass(stack);
  addApplication(
    stack,
    {
      id: "eks",
      databaseCidrs: EKS.data,
      secrets: { provider: { aws: { service: "SecretsManager", region } }, names: secretNames(environment) },
      charts: [clusterAutoscaler(name, region)],
      // A classic load balancer would end every stream of events that is silent for 60 seconds; this one waits 350.
      balancer: { "service.beta.kubernetes.io/aws-load-balancer-type": "nlb" },
    },
    cycle,
  );
  return stack;
}

/** EKS makes a driver and no class, and Prometheus keeps thirty days. */
function addStorageClass(stack: OptionStack): void {
  new StorageClassV1(stack, "Volumes", {
    metadata: { name: "gp3", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
    storageProvisioner: "ebs.csi.aws.com",
    volumeBindingMode: "WaitForFirstConsumer",
    parameters: { type: "gp3", encrypted: "true" },
  });
}

function clusterAutoscaler(clusterName: string, awsRegion: string): Chart {
  const { values, ...chart } = CRITTER_CHARTS.clusterAutoscaler;
  return { ...chart, values: { ...values, awsRegion, autoDiscovery: { clusterName } } };
}
