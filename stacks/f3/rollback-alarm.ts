import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { F3 } from "../../config/reviews/000-inside-f3/application";

/** Properties for `RollbackAlarm`. */
export interface RollbackAlarmProps {
  readonly name: string;
}

/**
 * The alarm that takes a release of flags back, and the role by which AppConfig sees it. It reads what f3 counts as
 * `Requests` and `Errors`: AppConfig watches CloudWatch alone, so that the monitors in Datadog cannot do this.
 * @see https://docs.aws.amazon.com/appconfig/latest/userguide/monitoring-deployments.html
 */
export class RollbackAlarm extends Construct {
  public readonly alarmArn: string;
  public readonly readerRoleArn: string;

  public constructor(scope: Construct, id: string, { name }: RollbackAlarmProps) {
    super(scope, id);
    const { metricNamespace: namespace, errorPercent, periodSeconds: period, periods } = F3.rollback;
    const count = (metricName: string) => ({ metric: { namespace, metricName, period, stat: "Sum" } });
    const alarm = new CloudwatchMetricAlarm(this, "Resource", {
      alarmName: `${name}-errors`,
      alarmDescription: "Failed requests of the B2B API, in percent; takes a release of its flags back",
      comparisonOperator: "GreaterThanThreshold",
      threshold: errorPercent,
      evaluationPeriods: periods,
      // No requests are no fault of a flag.
      treatMissingData: "notBreaching",
      metricQuery: [
        { id: "requests", ...count("Requests") },
        { id: "errors", ...count("Errors") },
        {
          id: "percent",
          expression: "100 * errors / requests",
          label: "Failed requests, percent",
          returnData: true,
        },
      ],
    });
    this.alarmArn = alarm.arn;
    const role = new IamRole(this, "Reader", {
      name: `${name}-appconfig`,
      assumeRolePolicy: policy({
        Principal: { Service: "appconfig.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    });
    // DescribeAlarms takes no single alarm.
    new IamRolePolicy(this, "ReadAlarms", {
      name: "read-alarms",
      role: role.name,
      policy: policy({ Action: "cloudwatch:DescribeAlarms", Resource: "*" }),
    });
    this.readerRoleArn = role.arn;
  }
}

function policy(statement: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}
