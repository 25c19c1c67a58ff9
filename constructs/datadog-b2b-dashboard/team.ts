import type { IConstruct } from "constructs";
import type { DatadogRoute } from "../alerts";
import { isToken, refuse } from "../core/errors";

/** The team that owns the API, and its notification channels. */
export interface B2BTeam {
  /** Value of the tag `team`. */
  readonly name: string;
  /** PagerDuty service of Datadog's integration, without `@pagerduty-`. */
  readonly pagerDutyService: string;
  /** Slack channel, without `#`. */
  readonly slackChannel: string;
  /**
   * Slack account of Datadog's integration. If set, the construct adds the channel to the integration.
   * @default - the channel is part of the integration's only account
   */
  readonly slackAccount?: string;
}

/**
 * The team's handles.
 * @throws ValidationError `Missing` for an empty one, `BadName` for an invalid handle, `Conflict` for one of another
 * team
 */
export function routeOf(scope: IConstruct, team: B2BTeam, foreign: readonly string[]): DatadogRoute {
  requireOwn(scope, "team.name", team.name, foreign);
  requireOwn(scope, "team.pagerDutyService", team.pagerDutyService, foreign);
  requireOwn(scope, "team.slackChannel", team.slackChannel, foreign);
  if (team.slackAccount !== undefined) requireHandle(scope, "team.slackAccount", team.slackAccount);
  const channel = team.slackAccount === undefined ? "" : `${team.slackAccount}-`;
  return {
    page: `@pagerduty-${team.pagerDutyService}`,
    read: `@slack-${channel}${team.slackChannel}`,
  };
}

function requireOwn(scope: IConstruct, prop: string, value: string, foreign: readonly string[]): void {
  requireHandle(scope, prop, value);
  if (isToken(value)) return;
  const other = foreign.find((name) => value.toLowerCase().includes(name.toLowerCase()));
  if (other === undefined) return;
  const must = `be of the own team, not one of ${foreign.join(", ")}`;
  refuse(scope, { code: "Conflict", prop, must, got: value, fix: "name the team that owns the API" });
}

function requireHandle(scope: IConstruct, prop: string, value: string): void {
  if (isToken(value)) return;
  if (value === "") {
    const fix = "an alert needs a recipient";
    refuse(scope, { code: "Missing", prop, must: "not be empty", got: value, fix });
  }
  if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value)) return;
  const must = "be letters, digits, '-' and '_'";
  refuse(scope, { code: "BadName", prop, must, got: value, fix: "omit '@', '#' and spaces" });
}
