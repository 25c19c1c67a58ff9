import type { Construct } from "constructs";
import { DatadogB2BDashboard } from "weighbridge/constructs/datadog-b2b-dashboard";

/** A B2B API inside an application of another team: its own objectives, dashboard and pages. */
export function b2bDashboard(scope: Construct): DatadogB2BDashboard {
  // #region example
  return new DatadogB2BDashboard(scope, "B2B", {
    service: "f3",
    environment: "production",
    endpoints: [
      { resource: "GET /b2b/v1/search", stage: "search" },
      { resource: "POST /b2b/v1/checkout", stage: "checkout" },
      { resource: "POST /b2b/v1/bookings", stage: "reserve" },
      { resource: "POST /b2b/v1/bookings/{id}/confirm", stage: "confirm" },
      { resource: "GET /b2b/v1/bookings/{id}" },
    ],
    team: { name: "b2b", pagerDutyService: "b2b-api", slackChannel: "b2b-alerts", slackAccount: "travel" },
    runbookBaseUrl: "https://docs.example.com/constructs",
    businessHours: { timezone: "Asia/Bangkok", since: "2026-01-05" },
    maxChildren: 40,
    database: { user: "b2b", connectionsPerHost: 10 },
  });
  // #endregion
}
