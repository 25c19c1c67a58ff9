import type { Statement } from "../../eks/identity";

/** The tag by which the controller knows what is its own. */
const OWN_TAG = "elbv2.k8s.aws/cluster";
const REQUESTED = { Null: { [`aws:RequestTag/${OWN_TAG}`]: "false" } };
const OWNED = { Null: { [`aws:ResourceTag/${OWN_TAG}`]: "false" } };

const BALANCER = "elasticloadbalancing";
const SECURITY_GROUPS = "arn:aws:ec2:*:*:security-group/*";

/**
 * What the AWS Load Balancer Controller does for an Ingress, without firewalls, Shield and Cognito, which its chart
 * has switched off. It changes and deletes only what carries its tag.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/
 */
export const LOAD_BALANCER_STATEMENTS: readonly Statement[] = [
  allow(
    [
      "acm:DescribeCertificate",
      "acm:ListCertificates",
      "ec2:Describe*",
      "ec2:GetSecurityGroupsForVpc",
      `${BALANCER}:Describe*`,
    ],
    "*",
  ),
  allow(["iam:CreateServiceLinkedRole"], "*", {
    StringEquals: { "iam:AWSServiceName": `${BALANCER}.amazonaws.com` },
  }),
  // Rules of the nodes' own group, which carries no tag of the controller.
  allow(
    ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress", "ec2:CreateSecurityGroup"],
    "*",
  ),
  allow(["ec2:CreateTags"], SECURITY_GROUPS, {
    StringEquals: { "ec2:CreateAction": "CreateSecurityGroup" },
    ...REQUESTED,
  }),
  allow(["ec2:CreateTags", "ec2:DeleteTags", "ec2:DeleteSecurityGroup"], SECURITY_GROUPS, OWNED),
  allow([`${BALANCER}:CreateLoadBalancer`, `${BALANCER}:CreateTargetGroup`], "*", REQUESTED),
  allow(
    ["CreateListener", "DeleteListener", "CreateRule", "DeleteRule"].map((action) => `${BALANCER}:${action}`),
    "*",
  ),
  allow([`${BALANCER}:AddTags`, `${BALANCER}:RemoveTags`], parts("targetgroup", "loadbalancer/app"), OWNED),
  allow([`${BALANCER}:AddTags`], parts("targetgroup", "loadbalancer/app"), {
    StringEquals: { [`${BALANCER}:CreateAction`]: "CreateTargetGroup" },
    ...REQUESTED,
  }),
  allow([`${BALANCER}:AddTags`], parts("targetgroup", "loadbalancer/app"), {
    StringEquals: { [`${BALANCER}:CreateAction`]: "CreateLoadBalancer" },
    ...REQUESTED,
  }),
  allow([`${BALANCER}:AddTags`, `${BALANCER}:RemoveTags`], parts("listener/app", "listener-rule/app")),
  allow(
    [
      "ModifyLoadBalancerAttributes",
      "SetIpAddressType",
      "SetSecurityGroups",
      "SetSubnets",
      "DeleteLoadBalancer",
      "ModifyTargetGroup",
      "ModifyTargetGroupAttributes",
      "DeleteTargetGroup",
      "ModifyListenerAttributes",
    ].map((action) => `${BALANCER}:${action}`),
    "*",
    OWNED,
  ),
  allow([`${BALANCER}:RegisterTargets`, `${BALANCER}:DeregisterTargets`], parts("targetgroup")),
  allow(
    [
      "ModifyListener",
      "AddListenerCertificates",
      "RemoveListenerCertificates",
      "ModifyRule",
      "SetRulePriorities",
    ].map((action) => `${BALANCER}:${action}`),
    "*",
  ),
];

function allow(
  Action: readonly string[],
  Resource: string | readonly string[],
  Condition?: Statement["Condition"],
): Statement {
  return { Effect: "Allow", Action, Resource, ...(Condition && { Condition }) };
}

function parts(...kinds: readonly string[]): readonly string[] {
  return kinds.map((kind) => `arn:aws:${BALANCER}:*:*:${kind}/*`);
}
