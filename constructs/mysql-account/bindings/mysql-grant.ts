import { TerraformResource, type TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `mysql_grant` that this package uses; the provider has more.
 * @see https://github.com/petoju/terraform-provider-mysql/blob/master/website/docs/r/grant.html.markdown
 */
export interface MysqlGrantConfig
  extends Pick<TerraformResourceConfig, "dependsOn" | "forEach" | "lifecycle" | "provider"> {
  readonly user: string;
  /** Address or pattern that the user connects from. */
  readonly host: string;
  readonly database: string;
  /**
   * Table of the database.
   * @default - the provider's `*`, all of them
   */
  readonly table?: string;
  /** For example `SELECT`. */
  readonly privileges: readonly string[];
}

/** A thin binding, written by hand: there is no prebuilt one. */
export class MysqlGrant extends TerraformResource {
  public static readonly tfResourceType = "mysql_grant";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: MysqlGrantConfig,
  ) {
    super(scope, id, {
      terraformResourceType: MysqlGrant.tfResourceType,
      terraformGeneratorMetadata: { providerName: "mysql" },
      ...(config.provider !== undefined && { provider: config.provider }),
      ...(config.dependsOn !== undefined && { dependsOn: config.dependsOn }),
      ...(config.forEach !== undefined && { forEach: config.forEach }),
      ...(config.lifecycle !== undefined && { lifecycle: config.lifecycle }),
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { user, host, database, table, privileges } = this.config;
    return { user, host, database, ...(table !== undefined && { table }), privileges };
  }
}
