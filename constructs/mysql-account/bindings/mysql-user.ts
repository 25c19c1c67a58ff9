import { TerraformResource, type TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `mysql_user` that this package uses; the provider has more.
 * @see https://github.com/petoju/terraform-provider-mysql/blob/master/website/docs/r/user.html.markdown
 */
export interface MysqlUserConfig extends Pick<TerraformResourceConfig, "forEach" | "lifecycle" | "provider"> {
  readonly user: string;
  /** Address or pattern that the user connects from. */
  readonly host: string;
  /** Write-only: in no state. */
  readonly passwordWo: string;
  /** Raise it to have the password written again. */
  readonly passwordWoVersion: number;
  /** Connections that may be open at once; 0 is no limit. */
  readonly maxUserConnections: number;
  /**
   * Longest time of one statement, in seconds. MariaDB only.
   * @default - no limit
   */
  readonly maxStatementTime?: number;
  /**
   * What the connection must have: `SSL`, `X509`, `NONE`.
   * @default - the provider's `NONE`
   */
  readonly tlsOption?: string;
}

/** A thin binding, written by hand: there is no prebuilt one. */
export class MysqlUser extends TerraformResource {
  public static readonly tfResourceType = "mysql_user";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: MysqlUserConfig,
  ) {
    super(scope, id, {
      terraformResourceType: MysqlUser.tfResourceType,
      terraformGeneratorMetadata: { providerName: "mysql" },
      ...(config.provider !== undefined && { provider: config.provider }),
      ...(config.forEach !== undefined && { forEach: config.forEach }),
      ...(config.lifecycle !== undefined && { lifecycle: config.lifecycle }),
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { user, host, passwordWo, passwordWoVersion, maxUserConnections, maxStatementTime, tlsOption } =
      this.config;
    return {
      user,
      host,
      password_wo: passwordWo,
      password_wo_version: passwordWoVersion,
      max_user_connections: maxUserConnections,
      ...(maxStatementTime !== undefined && { max_statement_time: maxStatementTime }),
      ...(tlsOption !== undefined && { tls_option: tlsOption }),
    };
  }
}
