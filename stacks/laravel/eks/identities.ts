import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { CHARTS, LARAVEL } from "../../../config/laravel";
import type { OptionStack } from "../../stack";
import { LOAD_BALANCER_STATEMENTS, type Statement } from "./load-balancer-policy";
import { trust } from "./roles";

/** What the identities are made from. */
export interface IdentitiesOptions {
  readonly name: string;
  readonly clusterName: string;
  /** ARNs of the secrets that External Secrets reads. */
  readonly secrets: readonly string[];
}

/** Roles of the two charts that speak to AWS. The application itself needs none. */
export function addIdentities(stack: OptionStack, { name, clusterName, secrets }: IdentitiesOptions): void {
  const { release, namespace } = CHARTS.loadBalancerController;
  const identities: Identity[] = [
    {
      id: "SecretReader",
      ...LARAVEL.secretReader,
      statements: [
        {
          Effect: "Allow",
          Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          Resource: secrets,
        },
      ],
    },
    {
      id: "LoadBalancerController",
      namespace,
      serviceAccount: release,
      statements: LOAD_BALANCER_STATEMENTS,
    },
  ];
  for (const { id, serviceAccount, statements, ...account } of identities) {
    const role = new IamRole(stack, `${id}Role`, {
      name: `${name}-${serviceAccount}`,
      assumeRolePolicy: trust("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]),
    });
    new IamRolePolicy(stack, `${id}Policy`, {
      name: serviceAccount,
      role: role.name,
      policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
    });
    new EksPodIdentityAssociation(stack, `${id}Identity`, {
      clusterName,
      namespace: account.namespace,
      serviceAccount,
      roleArn: role.arn,
    });
  }
}

interface Identity {
  readonly id: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly statements: readonly Statement[];
}
