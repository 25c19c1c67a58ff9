import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `cloudamqp_alarm` for queues that this package uses.
 * @see https://registry.terraform.io/providers/cloudamqp/cloudamqp/latest/docs/resources/alarm
 */
export interface CloudamqpAlarmConfig {
  readonly instanceId: number;
  /** Messages in one queue. */
  readonly valueThreshold: number;
  /** For how long, in seconds. */
  readonly timeThreshold: number;
  readonly vhostRegex: string;
  readonly queueRegex: string;
  /** Ids of `cloudamqp_notification`. */
  readonly recipients: readonly number[];
}

/** A thin binding, written by hand: there is no prebuilt one. */
export class CloudamqpAlarm extends TerraformResource {
  public static readonly tfResourceType = "cloudamqp_alarm";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: CloudamqpAlarmConfig,
  ) {
    super(scope, id, {
      terraformResourceType: CloudamqpAlarm.tfResourceType,
      terraformGeneratorMetadata: { providerName: "cloudamqp" },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { instanceId, valueThreshold, timeThreshold, vhostRegex, queueRegex, recipients } = this.config;
    return {
      instance_id: instanceId,
      type: "queue",
      enabled: true,
      message_type: "ready",
      value_threshold: valueThreshold,
      time_threshold: timeThreshold,
      vhost_regex: vhostRegex,
      queue_regex: queueRegex,
      recipients,
    };
  }
}
