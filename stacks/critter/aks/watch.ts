import { ApplicationInsights } from "@cdktf/provider-azurerm/lib/application-insights";
import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import { MonitorScheduledQueryRulesAlertV2 } from "@cdktf/provider-azurerm/lib/monitor-scheduled-query-rules-alert-v2";
import type { Place } from "../../aks/place";
import type { OptionStack } from "../../stack";
import { SAGA_ALERTS } from "../monitoring";

/** What is watched with. */
export interface WatchOptions {
  readonly name: string;
  readonly place: Place;
  /** Key of PagerDuty's integration for Azure; a reference. */
  readonly pagerDutyKey: string;
}

/** "30-day retention for trends"; also the least that a workspace takes. */
const RETENTION_DAYS = 30;

/** How the orders context reports a saga, as Application Insights shows it: a request, and a counter by outcome. */
const SAGA = 'requests | where cloud_RoleName == "orders" and name == "order saga"';
const ENDS = 'customMetrics | where cloud_RoleName == "orders" and name == "critter_sagas_total"';

/** What each of the catalogue's alerts on sagas asks Application Insights for, and the column that it compares. */
const QUERIES: Readonly<Record<string, { readonly query: string; readonly column: string }>> = {
  "saga-timeout": {
    query: `${ENDS} and tostring(customDimensions.outcome) == "timeout" | summarize timeouts = sum(valueSum)`,
    column: "timeouts",
  },
  "order-slow": { query: `${SAGA} | summarize seconds = percentile(duration, 90) / 1000`, column: "seconds" },
  "order-very-slow": {
    query: `${SAGA} | summarize seconds = percentile(duration, 98) / 1000`,
    column: "seconds",
  },
  "order-errors": { query: `${SAGA} | summarize ratio = avg(iff(success, 0.0, 1.0))`, column: "ratio" },
};

/**
 * Application Insights in a Log Analytics workspace, the catalogue's alerts on sagas as queries, and PagerDuty for those
 * that are critical.
 * @returns its connection string, which the provider keeps in the state
 * @see 002_3f566cf14e5265d2.txt, decisions 3 and 4
 */
export function addWatch(stack: OptionStack, { name, place, pagerDutyKey }: WatchOptions): string {
  const workspace = new LogAnalyticsWorkspace(stack, "Workspace", {
    ...place,
    name,
    sku: "PerGB2018",
    retentionInDays: RETENTION_DAYS,
  });
  const insights = new ApplicationInsights(stack, "Insights", {
    ...place,
    name,
    workspaceId: workspace.id,
    applicationType: "web",
    retentionInDays: RETENTION_DAYS,
  });
  const pagerDuty = new MonitorActionGroup(stack, "PagerDutyGroup", {
    name: "pagerduty",
    resourceGroupName: place.resourceGroupName,
    shortName: "pagerduty",
    webhookReceiver: [
      {
        name: "pagerduty",
        serviceUri: `https://events.pagerduty.com/integration/${pagerDutyKey}/enqueue`,
        useCommonAlertSchema: true,
      },
    ],
  });
  for (const { id, title, condition, windowSeconds, action } of SAGA_ALERTS) {
    const { query, column } = QUERIES[id] ?? {};
    if (query === undefined) continue;
    const { critical, warning } = condition.thresholds;
    new MonitorScheduledQueryRulesAlertV2(stack, `Alert-${id}`, {
      ...place,
      name: id,
      displayName: title,
      description: action,
      scopes: [insights.id],
      // 1 is an error, which pages; 2 a warning, which is read in the portal.
      severity: critical === undefined ? 2 : 1,
      evaluationFrequency: `PT${windowSeconds / 60}M`,
      windowDuration: `PT${windowSeconds / 60}M`,
      autoMitigationEnabled: true,
      criteria: [
        {
          query,
          metricMeasureColumn: column,
          timeAggregationMethod: "Maximum",
          operator: "GreaterThan",
          threshold: critical ?? warning ?? 0,
        },
      ],
      ...(critical !== undefined && { action: { actionGroups: [pagerDuty.id] } }),
    });
  }
  return insights.connectionString;
}
