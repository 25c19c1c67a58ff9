import { TerraformResource, type TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `harbor_project` that this package uses; the provider has more.
 * @see https://registry.terraform.io/providers/goharbor/harbor/latest/docs/resources/project
 */
export interface HarborProjectResourceConfig extends Pick<TerraformResourceConfig, "lifecycle" | "provider"> {
  readonly name: string;
  /** Whether anybody may pull, without an account. */
  readonly public: boolean;
  /** Whether each image is scanned when it is pushed. */
  readonly vulnerabilityScanning: boolean;
  /**
   * Severity from which on an image is not given out: `critical`, `high`, `medium` or `low`.
   * @default - every image is given out
   */
  readonly deploymentSecurity?: string;
  /**
   * Room for all images together, in GiB: the provider calls it GB and multiplies by 2^30.
   * @default - the provider's -1, no limit
   */
  readonly storageQuota?: number;
}

/** A thin binding, written by hand: there is no prebuilt one. */
export class HarborProjectResource extends TerraformResource {
  public static readonly tfResourceType = "harbor_project";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: HarborProjectResourceConfig,
  ) {
    super(scope, id, {
      terraformResourceType: HarborProjectResource.tfResourceType,
      terraformGeneratorMetadata: { providerName: "harbor" },
      ...(config.provider !== undefined && { provider: config.provider }),
      ...(config.lifecycle !== undefined && { lifecycle: config.lifecycle }),
    });
  }

  /** Its name, by reference: what uses it comes after it. */
  public get name(): string {
    return this.getStringAttribute("name");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { name, vulnerabilityScanning, deploymentSecurity, storageQuota } = this.config;
    return {
      name,
      public: this.config.public,
      vulnerability_scanning: vulnerabilityScanning,
      ...(deploymentSecurity !== undefined && { deployment_security: deploymentSecurity }),
      ...(storageQuota !== undefined && { storage_quota: storageQuota }),
    };
  }
}
