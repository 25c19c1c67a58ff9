import { AppconfigApplication } from "@cdktf/provider-aws/lib/appconfig-application";
import { AppconfigConfigurationProfile } from "@cdktf/provider-aws/lib/appconfig-configuration-profile";
import { AppconfigDeployment } from "@cdktf/provider-aws/lib/appconfig-deployment";
import { AppconfigDeploymentStrategy } from "@cdktf/provider-aws/lib/appconfig-deployment-strategy";
import { AppconfigEnvironment } from "@cdktf/provider-aws/lib/appconfig-environment";
import { AppconfigHostedConfigurationVersion } from "@cdktf/provider-aws/lib/appconfig-hosted-configuration-version";
import { conditional, Fn, type IResolvable, Op, TerraformOutput, TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { F3, type F3Endpoint } from "../../config/reviews/000-inside-f3/application";
import { HostAccess } from "./host-access";
import { RollbackAlarm } from "./rollback-alarm";

/** Properties for `FeatureFlags`. */
export interface FeatureFlagsProps {
  /** Name of everything, for example `f3-inside-sandbox`. */
  readonly name: string;
  readonly endpoints: readonly F3Endpoint[];
}

/**
 * A flag for each endpoint. The hosts' AppConfig agent asks for them, so that a switch needs no release of f3.
 *
 * A change of the flags is released slowly and taken back by an alarm. With `at_once` it reaches all hosts at once, and no
 * alarm takes it back: that is for an endpoint that must go off now. Terraform does not know which flags change, so that
 * the deployer decides; an endpoint that comes back is never released at once by default.
 * @see 000_5a365d529a350ad9.txt, "Recommendations"
 */
export class FeatureFlags extends Construct {
  public constructor(scope: Construct, id: string, { name, endpoints }: FeatureFlagsProps) {
    super(scope, id);
    const disabled = this.disabledEndpoints(endpoints);
    const application = new AppconfigApplication(this, "Resource", {
      name,
      description: "Switches of the B2B API in f3",
    });
    const alarm = new RollbackAlarm(this, "Rollback", { name });
    const environment = new AppconfigEnvironment(this, "Environment", {
      applicationId: application.id,
      name,
      monitor: [{ alarmArn: alarm.alarmArn, alarmRoleArn: alarm.readerRoleArn }],
    });
    const profile = new AppconfigConfigurationProfile(this, "Profile", {
      applicationId: application.id,
      name: "endpoints",
      locationUri: "hosted",
      type: "AWS.AppConfig.FeatureFlags",
    });
    const version = new AppconfigHostedConfigurationVersion(this, "Version", {
      applicationId: application.id,
      configurationProfileId: profile.configurationProfileId,
      description: "Which endpoints are on",
      contentType: "application/json",
      content: flags(endpoints, disabled),
      // Versions cannot be changed: the hosts read the old one until the new one is there.
      lifecycle: { createBeforeDestroy: true },
    });
    const { release, atOnce } = this.strategies(name);
    new AppconfigDeployment(this, "Deployment", {
      applicationId: application.id,
      environmentId: environment.environmentId,
      configurationProfileId: profile.configurationProfileId,
      configurationVersion: Token.asString(version.versionNumber),
      deploymentStrategyId: Token.asString(conditional(this.atOnce(), atOnce.id, release.id)),
    });
    new HostAccess(this, "HostAccess", {
      name,
      environmentArn: environment.arn,
      profileId: profile.configurationProfileId,
    });
    this.publish({
      appconfig_application_id: application.id,
      appconfig_environment_id: environment.environmentId,
      appconfig_profile_id: profile.configurationProfileId,
    });
  }

  /** What the agent on the hosts is configured with. */
  private publish(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      new TerraformOutput(this, name, { value }).overrideLogicalId(name);
    }
  }

  private atOnce(): IResolvable {
    const variable = new TerraformVariable(this, "at_once", {
      type: "bool",
      default: false,
      description: "Whether the change reaches all hosts at once, without an alarm that takes it back",
    });
    variable.overrideLogicalId("at_once");
    return variable.booleanValue;
  }

  private disabledEndpoints(endpoints: readonly F3Endpoint[]): string[] {
    const variable = new TerraformVariable(this, "disabled_endpoints", {
      type: "list(string)",
      default: [],
      description: `Endpoints that are off: ${endpoints.map(({ flag }) => flag).join(", ")}`,
    });
    variable.overrideLogicalId("disabled_endpoints");
    const known = JSON.stringify(endpoints.map(({ flag }) => flag));
    variable.addValidation({
      condition: `\${alltrue([for flag in var.disabled_endpoints : contains(${known}, flag)])}`,
      errorMessage: "disabled_endpoints must name endpoints that have a flag.",
    });
    return variable.listValue;
  }

  private strategies(name: string) {
    const { growthPercent, minutes, watchMinutes } = F3.release;
    const release = new AppconfigDeploymentStrategy(this, "Release", {
      name: `${name}-release`,
      growthType: "LINEAR",
      growthFactor: growthPercent,
      deploymentDurationInMinutes: minutes,
      finalBakeTimeInMinutes: watchMinutes,
      replicateTo: "NONE",
    });
    const atOnce = new AppconfigDeploymentStrategy(this, "AtOnce", {
      name: `${name}-at-once`,
      growthFactor: 100,
      deploymentDurationInMinutes: 0,
      finalBakeTimeInMinutes: 0,
      replicateTo: "NONE",
    });
    return { release, atOnce };
  }
}

/** @see https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-type-reference-feature-flags.html */
function flags(endpoints: readonly F3Endpoint[], disabled: string[]): string {
  const each = (value: (endpoint: F3Endpoint) => unknown) =>
    Object.fromEntries(endpoints.map((endpoint) => [endpoint.flag, value(endpoint)]));
  return Fn.jsonencode({
    version: "1",
    flags: each(({ flag }) => ({ name: flag })),
    values: each(({ flag }) => ({ enabled: Op.not(Fn.contains(disabled, flag)) })),
  });
}
