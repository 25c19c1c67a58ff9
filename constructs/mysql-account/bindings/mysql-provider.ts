import { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/** Configuration of the `petoju/mysql` provider that this package uses. */
export interface MysqlProviderConfig {
  /** Host and port, `db.example.com:3306`. */
  readonly endpoint: string;
  /** Who may create users. */
  readonly username: string;
  /**
   * Password; may be ephemeral.
   * @default - the environment's `MYSQL_PASSWORD`
   */
  readonly password?: string;
  /**
   * Whether the connection is encrypted: `true`, `false` or `skip-verify`.
   * @default "true"
   */
  readonly tls?: string;
}

/**
 * A thin binding, written by hand: there is no prebuilt one.
 * @see https://registry.terraform.io/providers/petoju/mysql/latest/docs
 */
export class MysqlProvider extends TerraformProvider {
  public static readonly tfResourceType = "mysql";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: MysqlProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: MysqlProvider.tfResourceType,
      // The first with limits of an account and write-only passwords.
      terraformGeneratorMetadata: { providerName: "mysql", providerVersionConstraint: "3.0.94" },
      terraformProviderSource: "petoju/mysql",
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { endpoint, username, password, tls = "true" } = this.config;
    return { endpoint, username, tls, ...(password !== undefined && { password }) };
  }
}
