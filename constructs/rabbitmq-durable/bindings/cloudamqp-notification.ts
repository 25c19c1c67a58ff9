import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `cloudamqp_notification` that this package uses.
 * @see https://registry.terraform.io/providers/cloudamqp/cloudamqp/latest/docs/resources/notification
 */
export interface CloudamqpNotificationConfig {
  readonly instanceId: number;
  readonly name: string;
  readonly type: "pagerduty" | "slack";
  /** Integration key or webhook; kept in the state. */
  readonly value: string;
}

/** A thin binding, written by hand: there is no prebuilt one. */
export class CloudamqpNotification extends TerraformResource {
  public static readonly tfResourceType = "cloudamqp_notification";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: CloudamqpNotificationConfig,
  ) {
    super(scope, id, {
      terraformResourceType: CloudamqpNotification.tfResourceType,
      terraformGeneratorMetadata: { providerName: "cloudamqp" },
    });
  }

  /** Number that alarms name it by; known after apply. */
  public get id(): number {
    return this.getNumberAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { instanceId, ...rest } = this.config;
    return { instance_id: instanceId, ...rest };
  }
}
