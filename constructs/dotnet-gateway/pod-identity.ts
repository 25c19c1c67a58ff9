import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";

/** Properties for `PodIdentity`. */
export interface PodIdentityProps {
  /** Name of the role. */
  readonly name: string;
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  /** Allowed actions of the pods, and their resources. */
  readonly allow: readonly { readonly actions: readonly string[]; readonly resources: readonly string[] }[];
}

/** Address of the EKS Pod Identity Agent on every node. */
export const POD_IDENTITY_AGENT = { cidr: "169.254.170.23/32", port: 80 } as const;

/**
 * An IAM role for one service account, by EKS Pod Identity.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export class PodIdentity extends Construct {
  /** Name of the role; a token. */
  public readonly roleName: string;

  public constructor(scope: Construct, id: string, props: PodIdentityProps) {
    super(scope, id);
    const role = new IamRole(this, "Role", {
      name: props.name,
      assumeRolePolicy: policy([
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ]),
    });
    new IamRolePolicy(this, "Policy", {
      name: props.name,
      role: role.name,
      policy: policy(
        props.allow.map(({ actions, resources }) => ({
          Effect: "Allow",
          Action: actions,
          Resource: resources,
        })),
      ),
    });
    new EksPodIdentityAssociation(this, "Resource", {
      clusterName: props.clusterName,
      namespace: props.namespace,
      serviceAccount: props.serviceAccountName,
      roleArn: role.arn,
    });
    this.roleName = role.name;
  }
}

function policy(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
