import { TerraformResource, type TerraformResourceConfig } from "cdktf";
import type { Construct } from "constructs";

/**
 * Arguments of `harbor_robot_account` that this package uses; the provider has more.
 * @see https://registry.terraform.io/providers/goharbor/harbor/latest/docs/resources/robot_account
 */
export interface HarborRobotAccountConfig extends Pick<TerraformResourceConfig, "lifecycle" | "provider"> {
  /** Name without what Harbor puts before it. */
  readonly name: string;
  readonly description: string;
  /** Project that it may work in, and in no other. */
  readonly project: string;
  /** What it may do with the project's repositories: `pull`, `push`. */
  readonly actions: readonly string[];
  /** Write-only: in no state. */
  readonly secretWo: string;
  /** Raise it to have the secret written again. */
  readonly secretWoVersion: number;
  /**
   * Days until it ends; -1 is never.
   * @default - the provider's -1
   */
  readonly duration?: number;
}

/** A thin binding, written by hand: there is no prebuilt one. */
export class HarborRobotAccount extends TerraformResource {
  public static readonly tfResourceType = "harbor_robot_account";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: HarborRobotAccountConfig,
  ) {
    super(scope, id, {
      terraformResourceType: HarborRobotAccount.tfResourceType,
      terraformGeneratorMetadata: { providerName: "harbor" },
      ...(config.provider !== undefined && { provider: config.provider }),
      ...(config.lifecycle !== undefined && { lifecycle: config.lifecycle }),
    });
  }

  /** Name to log in with, `robot$<project>+<name>` where Harbor's prefix was left as it is; known after apply. */
  public get fullName(): string {
    return this.getStringAttribute("full_name");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { name, description, project, actions, secretWo, secretWoVersion, duration } = this.config;
    return {
      name,
      description,
      level: "project",
      secret_wo: secretWo,
      secret_wo_version: secretWoVersion,
      ...(duration !== undefined && { duration }),
      permissions: [
        {
          kind: "project",
          namespace: project,
          access: actions.map((action) => ({ action, resource: "repository" })),
        },
      ],
    };
  }
}
