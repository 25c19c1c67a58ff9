import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Construct } from "constructs";

/** A role of an AWS service and AWS's own policies that it has. */
export interface ServiceRole {
  readonly name: string;
  readonly service: string;
  readonly policies: readonly string[];
}

/** The role, and the attachments that whoever uses it must wait for. */
export function serviceRole(
  scope: Construct,
  id: string,
  { name, service, policies }: ServiceRole,
): { readonly arn: string; readonly attachments: IamRolePolicyAttachment[] } {
  const role = new IamRole(scope, id, { name, assumeRolePolicy: trust(service, ["sts:AssumeRole"]) });
  const attachments = policies.map(
    (policy) =>
      new IamRolePolicyAttachment(scope, `${id}-${policy}`, {
        role: role.name,
        policyArn: `arn:aws:iam::aws:policy/${policy}`,
      }),
  );
  return { arn: role.arn, attachments };
}

/** Who may take a role. */
export function trust(service: string, actions: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: actions }],
  });
}
