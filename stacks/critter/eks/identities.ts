import {
  CRITTER_CHARTS,
  CRITTER_SECRET_READER,
} from "../../../config/reviews/002-critter-supply/application";
import { addPodIdentity, readSecrets, type Statement } from "../../eks/identity";
import type { OptionStack } from "../../stack";

/** Controller of the add-on that makes volumes, as EKS names it. */
const VOLUMES = { namespace: "kube-system", serviceAccount: "ebs-csi-controller-sa" };

/** What the identities are made from. */
export interface IdentitiesOptions {
  readonly name: string;
  readonly clusterName: string;
  /** ARNs of the secrets that External Secrets reads. */
  readonly secrets: readonly string[];
}

/** Roles of what speaks to AWS from inside of the cluster. The contexts themselves need none. */
export function addIdentities(stack: OptionStack, { name, clusterName, secrets }: IdentitiesOptions): void {
  const cluster = { name, clusterName };
  addPodIdentity(stack, "SecretReader", {
    ...cluster,
    ...CRITTER_SECRET_READER,
    rights: { statements: [readSecrets(secrets)] },
  });
  addPodIdentity(stack, "Volumes", {
    ...cluster,
    ...VOLUMES,
    rights: { policy: "service-role/AmazonEBSCSIDriverPolicy" },
  });
  const { namespace, release } = CRITTER_CHARTS.clusterAutoscaler;
  addPodIdentity(stack, "ClusterAutoscaler", {
    ...cluster,
    namespace,
    serviceAccount: release,
    rights: { statements: autoscaler(name) },
  });
}

/**
 * It sees every group, and changes those of this cluster, which EKS marks.
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
 */
function autoscaler(name: string): readonly Statement[] {
  return [
    {
      Effect: "Allow",
      Action: [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeScalingActivities",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:GetInstanceTypesFromInstanceRequirements",
        "eks:DescribeNodegroup",
      ],
      Resource: "*",
    },
    {
      Effect: "Allow",
      Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      Resource: "*",
      Condition: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${name}`]: "owned" } },
    },
  ];
}
