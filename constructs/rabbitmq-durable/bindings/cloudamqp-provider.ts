import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/** Configuration of the `cloudamqp` provider that this package uses. */
export interface CloudamqpProviderConfig {
  /**
   * Customer API key; may be ephemeral.
   * @default - the environment's `CLOUDAMQP_APIKEY`
   */
  readonly apikey?: string;
}

/**
 * A thin binding, written by hand: there is no prebuilt one.
 * @see https://registry.terraform.io/providers/cloudamqp/cloudamqp/latest/docs
 */
export class CloudamqpProvider extends TerraformProvider {
  public static readonly tfResourceType = "cloudamqp";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: CloudamqpProviderConfig = {},
  ) {
    super(scope, id, {
      terraformResourceType: CloudamqpProvider.tfResourceType,
      terraformGeneratorMetadata: { providerName: "cloudamqp", providerVersionConstraint: "1.46.0" },
      terraformProviderSource: "cloudamqp/cloudamqp",
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { apikey } = this.config;
    return apikey === undefined ? {} : { apikey };
  }
}
