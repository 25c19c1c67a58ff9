import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { F3 } from "../../config/reviews/000-inside-f3/application";

/** Properties for `HostAccess`. */
export interface HostAccessProps {
  readonly name: string;
  /** ARN of the AppConfig environment that the hosts read. */
  readonly environmentArn: string;
  /** Id of the configuration profile with the flags. */
  readonly profileId: string;
}

/**
 * What the hosts must be allowed to do: read the flags, and count requests for the alarm. The hosts and their role are
 * f3's own, so the policy is an output, for the owner of the role to attach.
 * @see https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-agent-how-to-use.html
 */
export class HostAccess extends Construct {
  public constructor(scope: Construct, id: string, { name, environmentArn, profileId }: HostAccessProps) {
    super(scope, id);
    const policy = new IamPolicy(this, "Resource", {
      name: `${name}-hosts`,
      description: "Reads the flags of the B2B API, and counts its requests and errors",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"],
            Resource: `${environmentArn}/configuration/${profileId}`,
          },
          {
            Effect: "Allow",
            Action: "cloudwatch:PutMetricData",
            // The action takes no resource.
            Resource: "*",
            Condition: { StringEquals: { "cloudwatch:namespace": F3.rollback.metricNamespace } },
          },
        ],
      }),
    });
    const output = new TerraformOutput(this, "host_policy_arn", { value: policy.arn });
    output.overrideLogicalId("host_policy_arn");
  }
}
