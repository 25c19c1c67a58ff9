import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Construct } from "constructs";
import { trust } from "./roles";

/** One statement of an AWS policy. */
export interface Statement {
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A service account of a cluster and what it may do in AWS. */
export interface PodIdentity {
  /** Of the cluster; the role's name begins with it. */
  readonly name: string;
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** What it may do: its own statements, or a policy of AWS's by its name. */
  readonly rights: { readonly statements: readonly Statement[] } | { readonly policy: string };
}

/** The role of a service account, without any key: EKS's agent on the node vouches for the pod. */
export function addPodIdentity(scope: Construct, id: string, identity: PodIdentity): void {
  const { name, clusterName, namespace, serviceAccount, rights } = identity;
  const role = new IamRole(scope, `${id}Role`, {
    name: `${name}-${serviceAccount}`,
    assumeRolePolicy: trust("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]),
  });
  if ("statements" in rights) {
    new IamRolePolicy(scope, `${id}Policy`, {
      name: serviceAccount,
      role: role.name,
      policy: JSON.stringify({ Version: "2012-10-17", Statement: rights.statements }),
    });
  } else {
    const policyArn = `arn:aws:iam::aws:policy/${rights.policy}`;
    new IamRolePolicyAttachment(scope, `${id}Policy`, { role: role.name, policyArn });
  }
  new EksPodIdentityAssociation(scope, `${id}Identity`, {
    clusterName,
    namespace,
    serviceAccount,
    roleArn: role.arn,
  });
}

/** Reading secrets of Secrets Manager, and nothing else of it. */
export function readSecrets(arns: readonly string[]): Statement {
  return {
    Effect: "Allow",
    Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
    Resource: arns,
  };
}
