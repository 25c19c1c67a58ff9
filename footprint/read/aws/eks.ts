import { hourly } from "../terraform/charges";
import { isUnresolved } from "../terraform/template";
import { ignored, type TerraformTypes } from "../terraform/type";
import { scaled } from "./auto-scaling";

/** Amazon Elastic Kubernetes Service. */
export const EKS: TerraformTypes = {
  aws_eks_node_group: {
    nodes: (body, { times }) => {
      const [instanceType] = body.texts("instance_types").filter((type) => !isUnresolved(type));
      return {
        name: body.named("node_group_name"),
        instanceType,
        count: scaled(body.at("scaling_config"), "desired_size", times),
        runsPods: true,
      };
    },
  },
  aws_eks_cluster: {
    charges: () => [hourly("eks/cluster")],
    chargedOnly: "the control plane: nodes are groups of their own",
  },
  ...ignored(
    "grants access to a cluster",
    "aws_eks_access_*",
    "aws_eks_identity_provider_config",
    "aws_eks_pod_identity_association",
  ),
};
