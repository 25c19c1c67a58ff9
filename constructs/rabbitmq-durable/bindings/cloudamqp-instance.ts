import { TerraformResource, type TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `cloudamqp_instance` that this package uses; the provider has more.
 * @see https://registry.terraform.io/providers/cloudamqp/cloudamqp/latest/docs/resources/instance
 */
export interface CloudamqpInstanceConfig
  extends Pick<TerraformResourceConfig, "dependsOn" | "lifecycle" | "provider"> {
  /** Name of the instance. */
  readonly name: string;
  /** Subscription plan, for example `bunny-3`. */
  readonly plan: string;
  /** Region, for example `azure-arm::westeurope`. Another one makes a new instance, without the messages. */
  readonly region: string;
  /**
   * RabbitMQ's version when the instance is made; later changes go through `cloudamqp_upgrade_rabbitmq`.
   * @default - CloudAMQP's
   */
  readonly rmqVersion?: string;
  /** @default - none */
  readonly tags?: readonly string[];
  /**
   * Id of a `cloudamqp_vpc` to place the nodes in.
   * @default - none
   */
  readonly vpcId?: number;
  /**
   * Keeps the network when the instance is deleted.
   * @default false
   */
  readonly keepAssociatedVpc?: boolean;
}

/**
 * A thin binding, written by hand: there is no prebuilt one.
 * @see https://registry.terraform.io/providers/cloudamqp/cloudamqp/latest/docs/resources/instance
 */
export class CloudamqpInstance extends TerraformResource {
  public static readonly tfResourceType = "cloudamqp_instance";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: CloudamqpInstanceConfig,
  ) {
    super(scope, id, {
      terraformResourceType: CloudamqpInstance.tfResourceType,
      terraformGeneratorMetadata: { providerName: "cloudamqp" },
      ...(config.provider !== undefined && { provider: config.provider }),
      ...(config.dependsOn !== undefined && { dependsOn: config.dependsOn }),
      ...(config.lifecycle !== undefined && { lifecycle: config.lifecycle }),
    });
  }

  /** Host name; known after apply. */
  public get host(): string {
    return this.getStringAttribute("host");
  }

  /** Number that other resources name it by; known after apply. */
  public get instanceId(): number {
    return this.getNumberAttribute("id");
  }

  /** `amqps://` URL with user and password, sensitive; known after apply. */
  public get url(): string {
    return this.getStringAttribute("url");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { name, plan, region, rmqVersion, tags, vpcId, keepAssociatedVpc } = this.config;
    const given = {
      name,
      plan,
      region,
      rmq_version: rmqVersion,
      tags,
      vpc_id: vpcId,
      keep_associated_vpc: keepAssociatedVpc,
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  }
}
