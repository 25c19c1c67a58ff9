import type { Alert } from "../../model";
import { notified } from "../alerts/conditions";
import { onOneLine } from "../alerts/window";
import { blocks, byUse } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

/** Logs that are routed to a bucket of their own. */
const LOGS: Declaration = {
  charges: () => [byUse("logging/ingestion", "GiB", "monthly_logging_data_gb")],
  chargedOnly: "keeps logs, which the service does not read back",
};

const COMPUTES = "computes on data that is listed where it is kept";

/** Cloud Logging and Cloud Monitoring, and services that compute on data. */
export const OPERATIONS: TerraformTypes = {
  ...Object.fromEntries(
    ["billing_account", "folder", "organization", "project"].flatMap((owner) => [
      [`google_logging_${owner}_bucket_config`, LOGS],
      [`google_logging_${owner}_sink`, LOGS],
    ]),
  ),
  google_logging_metric: {
    charges: () => [byUse("monitoring/metrics", "GiB")],
    chargedOnly: "a metric that is counted in logs",
  },
  google_monitoring_metric_descriptor: {
    charges: () => [
      byUse("monitoring/metrics", "GiB"),
      byUse("monitoring/calls", "1,000 calls", "monthly_api_calls"),
    ],
    chargedOnly: "a metric",
  },
  google_monitoring_alert_policy: {
    alerts: (body) => blocks(body, "conditions").map((each) => alert(body, each)),
  },
  google_monitoring_uptime_check_config: {
    charges: () => [byUse("monitoring/uptime-check", "1,000 executions")],
    chargedOnly: "tests an entry point",
  },
  google_composer_environment: {
    charges: () => [byUse("composer/environment", "vCPU-hour, GiB-hour and GiB-month")],
    chargedOnly: "starts jobs that run elsewhere",
  },
  google_dataflow_job: {
    charges: () => [byUse("dataflow/job", "vCPU-hour, GiB-hour and GiB processed")],
    chargedOnly: COMPUTES,
  },
  google_cloud_scheduler_job: {
    charges: () => [byUse("scheduler/job", "job-month beyond three")],
    chargedOnly: "starts what is listed by itself",
  },
  google_cloud_tasks_queue: {
    queue: (body) => ({ id: body.id, name: body.named("name"), type: "Cloud Tasks", durable: true }),
    charges: () => [byUse("tasks/operations", "million operations")],
  },
  google_cloudbuild_trigger: {
    charges: () => [byUse("cloud-build/minutes", "minute")],
    chargedOnly: "builds software when somebody starts it",
  },
  google_workflows_workflow: {
    charges: () => [byUse("workflows/steps", "1,000 executions")],
    chargedOnly: "starts what is listed by itself",
  },
  google_deployment_manager_deployment: {
    hides: "its template creates resources that the document does not contain",
  },
  ...ignored(
    "setting of logs or metrics",
    "google_logging_*",
    "google_monitoring_custom_service",
    "google_monitoring_dashboard",
    "google_monitoring_group",
    "google_monitoring_monitored_project",
    "google_monitoring_notification_channel",
    "google_monitoring_service",
    "google_monitoring_slo",
  ),
};

/** Each condition of a policy is an alert. */
function alert(body: Cursor, condition: Cursor): Alert {
  const threshold = condition.at("condition_threshold");
  const query = [
    condition.at("condition_monitoring_query_language").text("query"),
    condition.at("condition_prometheus_query_language").text("query"),
  ].find((text) => text !== undefined);
  const sign = threshold.text("comparison")?.includes("LT") === true ? "<" : ">";
  const text =
    query ?? [threshold.text("filter"), sign, threshold.text("threshold_value")].filter(Boolean).join(" ");
  const severity = body.optional("severity")?.toLowerCase();
  return {
    id: body.id,
    name: condition.text("display_name") ?? body.named("display_name"),
    condition: threshold.present || query !== undefined ? onOneLine(text) : "absence of a metric",
    window: windowOfSeconds(threshold.optional("duration")),
    ...notified(body, body.texts("notification_channels"), severity),
  };
}

/** `300s` is `5m`. */
function windowOfSeconds(duration: string | undefined): string | undefined {
  const seconds = Number(/^(\d+)s$/.exec(duration ?? "")?.[1] ?? 0);
  if (seconds === 0) return undefined;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
