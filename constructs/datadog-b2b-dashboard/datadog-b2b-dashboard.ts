import { DashboardJson } from "@cdktf/provider-datadog/lib/dashboard-json";
import { DowntimeSchedule } from "@cdktf/provider-datadog/lib/downtime-schedule";
import { IntegrationSlackChannel } from "@cdktf/provider-datadog/lib/integration-slack-channel";
import { Monitor } from "@cdktf/provider-datadog/lib/monitor";
import { Token } from "cdktf";
import { Construct } from "constructs";
import {
  type Alert,
  AlertError,
  type AlertSubject,
  datadogMonitor,
  offHoursSchedule,
  ruleName,
} from "../alerts";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { includedAlerts } from "./alerts";
import { type B2BBusinessHours, requireBusinessHours } from "./business-hours";
import { dashboardJson } from "./dashboard";
import { atStages, type B2BEndpoint, requireEndpoints } from "./endpoints";
import { type B2BObjectives, completeObjectives, Objectives } from "./objectives";
import { SpanMetrics } from "./span-metrics";
import { type B2BTeam, routeOf } from "./team";

/** Properties for `DatadogB2BDashboard`. */
export interface DatadogB2BDashboardProps {
  /** Datadog service that serves the API. */
  readonly service: string;
  /** Datadog's tag `env`. */
  readonly environment: string;
  readonly endpoints: readonly B2BEndpoint[];
  /** The team that owns the API and receives its alerts. */
  readonly team: B2BTeam;
  /** Base URL of `alerts.md`, for the links in messages. */
  readonly runbookBaseUrl: string;
  /** When missing traffic is a fault. */
  readonly businessHours: B2BBusinessHours;
  /**
   * Name of the API on the dashboard and in objectives.
   * @default "B2B API"
   */
  readonly title?: string;
  /**
   * Operation name of the API's entry spans, so that spans within a request are not counted as requests. It is that of
   * the framework's integration: `symfony.request`, `laravel.request`, or `aspnet_core.request` of dd-trace-dotnet.
   * @default "web.request" - dd-trace-php in an application without a framework
   */
  readonly operation?: string;
  /**
   * Span attribute that names the client.
   * @default "@client_id"
   */
  readonly clientAttribute?: string;
  /**
   * Prefix of the span metrics, whose names are global to a Datadog organisation.
   * @default - `b2b.` and the environment
   */
  readonly metricPrefix?: string;
  /**
   * Prefix of the metrics that the application itself reports; alerts on its circuit breaker and its events need it.
   * @default - these alerts are refused
   */
  readonly applicationMetricPrefix?: string;
  /**
   * Service level targets.
   * @default - see `B2BObjectives`
   */
  readonly objectives?: B2BObjectives;
  /**
   * `pm.max_children` of the pool on each host, as a literal.
   * @default - no alert on busy workers
   */
  readonly maxChildren?: number;
  /**
   * The API's own database user, and the connections that each host may open as it.
   * @default - no alert on database connections
   */
  readonly database?: { readonly user: string; readonly connectionsPerHost: number };
  /**
   * Ids of the catalogue's alerts to monitor.
   * @default - errors, missing traffic, error budget and the FPM pool; bookings, search, busy workers and database
   * connections where the props describe them
   */
  readonly alerts?: readonly string[];
  /**
   * Names of other teams: a notification handle that contains one is an error.
   * @default - none
   */
  readonly foreignHandles?: readonly string[];
  /**
   * Minutes after which an unresolved page is repeated.
   * @default 30
   */
  readonly renotifyMinutes?: number;
  /**
   * Whether Datadog validates monitors and objectives when Terraform plans, which needs API keys.
   * @default true
   */
  readonly validate?: boolean;
}

/**
 * Monitoring of an API inside an application of another team: metrics of its own requests, objectives, one dashboard,
 * and monitors that page only its own team. Expects a `datadog` provider in scope.
 */
export class DatadogB2BDashboard extends Construct {
  public readonly dashboard: DashboardJson;
  public readonly objectives: Objectives;
  /** The monitors by the id of their alert. */
  public readonly monitors: ReadonlyMap<string, Monitor>;

  /** @throws ValidationError `Missing`, `BadName`, `Conflict`, `OutOfRange`, `NotInteger`, `Unknown` */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DatadogB2BDashboardProps,
  ) {
    super(scope, id);
    const { service, environment, endpoints, team, title = "B2B API", validate = true } = props;
    this.requireText({ service, environment });
    requireEndpoints(this, endpoints);
    requireBusinessHours(this, props.businessHours);
    requireInteger(this, "maxChildren", props.maxChildren, { min: 1 });
    requireInteger(this, "database.connectionsPerHost", props.database?.connectionsPerHost, { min: 1 });
    requireInteger(this, "renotifyMinutes", props.renotifyMinutes, { min: 1, fix: "give whole minutes" });
    this.requireRunbooks(props.runbookBaseUrl);
    const route = routeOf(this, team, props.foreignHandles ?? []);
    const targets = completeObjectives(this, props.objectives ?? {});
    const alerts = includedAlerts(this, props);
    const prefix = this.prefix();
    const tags = [`team:${team.name}`, `env:${environment}`];

    new SpanMetrics(this, "Spans", {
      prefix,
      service,
      environment,
      operation: props.operation ?? "web.request",
      clientAttribute: props.clientAttribute ?? "@client_id",
      endpoints,
    });
    const hasSearch = atStages(endpoints, ["search"]).length > 0;
    const name = `${title} (${environment})`;
    this.objectives = new Objectives(this, "Objectives", {
      ...targets,
      title: name,
      prefix,
      tags,
      hasSearch,
      validate,
    });
    if (team.slackAccount !== undefined) this.defineSlackChannel(team.slackAccount, team.slackChannel);

    const subject: AlertSubject = {
      service,
      environment,
      spanMetricPrefix: prefix,
      objectiveId: this.objectives.availability.id,
      availabilityPercent: targets.availabilityPercent,
      applicationMetricPrefix: props.applicationMetricPrefix,
      maxChildren: props.maxChildren,
      database: props.database,
    };
    const { runbookBaseUrl, renotifyMinutes } = props;
    const options = {
      subject,
      route,
      runbookBaseUrl,
      renotifyMinutes,
      tags: [`team:${team.name}`],
      validate,
    };
    this.monitors = new Map(
      alerts.map((alert) => [alert.id, this.defineMonitor(alert, () => datadogMonitor(alert, options))]),
    );
    this.dashboard = new DashboardJson(this, "Resource", {
      dashboard: dashboardJson({
        title: name,
        team: team.name,
        prefix,
        endpoints,
        subject,
        alerts,
        availabilityPercent: targets.availabilityPercent,
        objectiveIds: [
          this.objectives.availability.id,
          ...(this.objectives.search ? [this.objectives.search.id] : []),
        ],
        monitorQuery: `tag:("team:${team.name}" AND "service:${service}" AND "env:${environment}")`,
      }),
    });
  }

  private defineMonitor(alert: Alert, config: () => ReturnType<typeof datadogMonitor>): Monitor {
    const monitor = new Monitor(this, ruleName(alert), this.refusing(config));
    if (alert.active !== "business-hours") return monitor;
    const { since, timezone } = this.props.businessHours;
    const recurringSchedule = offHoursSchedule(this.props.businessHours, since);
    if (recurringSchedule === undefined) return monitor;
    new DowntimeSchedule(this, `${ruleName(alert)}OffHours`, {
      message: `${alert.title}: no traffic is expected outside of business hours.`,
      scope: "*",
      monitorIdentifier: { monitorId: Token.asNumber(monitor.id) },
      recurringSchedule,
      displayTimezone: timezone,
      muteFirstRecoveryNotification: true,
    });
    return monitor;
  }

  private defineSlackChannel(accountName: string, channel: string): void {
    new IntegrationSlackChannel(this, "SlackChannel", {
      accountName,
      channelName: `#${channel}`,
      display: { message: true, notified: true, snapshot: true, tags: true },
    });
  }

  /** Converts an alert's refusal into one of this construct. */
  private refusing<T>(render: () => T): T {
    try {
      return render();
    } catch (error) {
      if (!(error instanceof AlertError)) throw error;
      const { refusal, alertId } = error;
      const prop = refusal.prop.replace(/^subject\./, "");
      return refuse(this, { ...refusal, prop, must: `${refusal.must} for alert "${alertId}"` });
    }
  }

  /** @throws ValidationError `BadName` */
  private prefix(): string {
    const { metricPrefix, environment } = this.props;
    const prefix = metricPrefix ?? `b2b.${environment.replaceAll("-", "_")}`;
    if (isToken(prefix) || /^[a-z][a-z0-9_.]{0,99}$/.test(prefix)) return prefix;
    const prop = metricPrefix === undefined ? "environment" : "metricPrefix";
    const must =
      "be lower-case letters, digits, '_' and '.', start with a letter, and have at most 100 characters";
    return refuse(this, { code: "BadName", prop, must, got: prefix, fix: "set 'metricPrefix'" });
  }

  private requireText(values: Readonly<Record<string, string>>): void {
    for (const [prop, value] of Object.entries(values)) {
      if (isToken(value) || /^[A-Za-z0-9][\w.:/-]*$/.test(value)) continue;
      const must = "be a tag value (letters, digits, '_', '-', '.', ':' and '/')";
      refuse(this, { code: "BadName", prop, must, got: value, fix: "give it as shown in Datadog" });
    }
  }

  private requireRunbooks(url: string): void {
    if (isToken(url) || /^https?:\/\/[^\s/]+/.test(url)) return;
    const fix = "give where the runbooks are published, for example https://docs.example.com/constructs";
    refuse(this, { code: "BadName", prop: "runbookBaseUrl", must: "be a web address", got: url, fix });
  }
}
