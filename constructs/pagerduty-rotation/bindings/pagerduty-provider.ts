import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/** Configuration of the `PagerDuty/pagerduty` provider that this package uses. */
export interface PagerdutyProviderConfig {
  /** REST API key of the account; may be ephemeral. */
  readonly token: string;
}

/**
 * A thin binding, written by hand: the prebuilt one is not used anywhere else.
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs
 */
export class PagerdutyProvider extends TerraformProvider {
  public static readonly tfResourceType = "pagerduty";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: PagerdutyProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: PagerdutyProvider.tfResourceType,
      terraformGeneratorMetadata: { providerName: "pagerduty", providerVersionConstraint: "3.32.4" },
      terraformProviderSource: "PagerDuty/pagerduty",
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { token: this.config.token };
  }
}
