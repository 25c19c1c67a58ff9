import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/** Configuration of the `goharbor/harbor` provider that this package uses. */
export interface HarborProviderConfig {
  /** Address of Harbor, `https://harbor.example.com`. */
  readonly url: string;
  /**
   * Who may create projects.
   * @default - the environment's `HARBOR_USERNAME`
   */
  readonly username?: string;
  /**
   * Password; may be ephemeral.
   * @default - the environment's `HARBOR_PASSWORD`
   */
  readonly password?: string;
  /**
   * Whether a certificate that nobody vouches for is accepted. The provider's own default is true.
   * @default false
   */
  readonly insecure?: boolean;
}

/**
 * A thin binding, written by hand: there is no prebuilt one.
 * @see https://registry.terraform.io/providers/goharbor/harbor/latest/docs
 */
export class HarborProvider extends TerraformProvider {
  public static readonly tfResourceType = "harbor";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: HarborProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: HarborProvider.tfResourceType,
      // The series that has write-only secrets of robots.
      terraformGeneratorMetadata: { providerName: "harbor", providerVersionConstraint: "~> 3.12" },
      terraformProviderSource: "goharbor/harbor",
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { url, username, password, insecure = false } = this.config;
    return {
      url,
      insecure,
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
    };
  }
}
