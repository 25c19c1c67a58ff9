import { byUse, hourly } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { rawBlock } from "../terraform/target";
import { isUnresolved, LEFT_TO_PROVIDER } from "../terraform/template";
import { ignored, type TerraformTypes, type TypeContext } from "../terraform/type";
import { own } from "../text/value";
import { scaled } from "./auto-scaling";
import { type Launched, launchTemplate, machinesOf } from "./launch";
import { SPOT, WINDOWS } from "./purchase";

/** https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html */
const OF_EVERY_CLUSTER = ["coredns", "kube-proxy", "vpc-cni"];

/** Amazon Elastic Kubernetes Service. */
export const EKS: TerraformTypes = {
  aws_eks_node_group: {
    nodes: (body, context) => ({
      name: body.named("node_group_name"),
      ...machines(body, context),
      count: scaled(body.at("scaling_config"), "desired_size", context.times),
      runsPods: true,
    }),
  },
  aws_eks_cluster: {
    charges: () => [hourly("eks/cluster")],
    chargedOnly: "the control plane: nodes are groups of their own",
  },
  /** Pods that match its selectors run on Fargate, each on a machine of its own. */
  aws_eks_fargate_profile: {
    charges: () => [
      byUse("fargate/vcpu", "vCPU-hour of the pods that its selectors match"),
      byUse("fargate/memory", "GiB-hour of the pods that its selectors match"),
    ],
    chargedOnly: "says which pods run on Fargate",
  },
  /** Every cluster has the pods of some add-ons, whether Terraform names them or not: they are not counted. */
  aws_eks_addon: {
    hides: (body) => {
      const name = body.optional("addon_name") ?? "unresolved";
      return OF_EVERY_CLUSTER.includes(name)
        ? undefined
        : `the pods of the EKS add-on ${name} are not in the document`;
    },
  },
  ...ignored(
    "grants access to a cluster",
    "aws_eks_access_*",
    "aws_eks_identity_provider_config",
    "aws_eks_pod_identity_association",
  ),
};

/**
 * Type of the nodes: their own, else that of their launch template, else EKS's default.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
 */
function machines(body: Cursor, context: TypeContext): Launched {
  const written = own(context.raw, "instance_types");
  const [first] = body.texts("instance_types").filter((type) => !isUnresolved(type));
  const block = rawBlock(context.raw, "launch_template");
  const template = launchTemplate(body, block, context);
  const base = template && machinesOf(template);
  const isSet = Array.isArray(written)
    ? written.length > 0
    : written !== undefined && written !== null && written !== LEFT_TO_PROVIDER;
  const instanceType =
    first ?? (isSet ? undefined : (base?.instanceType ?? (block === undefined ? "t3.medium" : undefined)));
  if (instanceType === undefined)
    body.noteUnknown("instance type", "neither the group nor a launch template of the document has it");
  const spot = body.optional("capacity_type") === "SPOT" ? SPOT : undefined;
  const windows = body.optional("ami_type")?.startsWith("WINDOWS") === true ? WINDOWS : undefined;
  return { instanceType, notOnDemand: spot ?? windows ?? base?.notOnDemand };
}
