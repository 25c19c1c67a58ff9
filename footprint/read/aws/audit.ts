import { blocks, byUse, monthly, textOr, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const RULE: Declaration = {
  charges: () => [byUse("config/evaluations", "evaluations", "monthly_rule_evaluations")],
  chargedOnly: "checks settings of resources",
};

/** What records and checks an account. */
export const AUDIT: TerraformTypes = {
  aws_cloudtrail: { charges: trail, chargedOnly: "records calls of the API" },
  aws_cloudtrail_event_data_store: {
    charges: (body) => [
      byUse("cloudtrail/lake", `GiB ingested, kept ${body.optional("retention_period") ?? "2555"} days`),
    ],
    chargedOnly: "records calls of the API",
  },
  aws_config_configuration_recorder: {
    charges: () => [byUse("config/items", "records", "monthly_config_items")],
    chargedOnly: "records settings of resources",
  },
  aws_config_config_rule: RULE,
  aws_config_organization_custom_rule: RULE,
  aws_config_organization_managed_rule: RULE,
  aws_config_organization_custom_policy_rule: RULE,
  aws_config_conformance_pack: {
    charges: () => [byUse("config/conformance-pack", "evaluation")],
    chargedOnly: "checks settings of resources",
  },
  aws_guardduty_detector: {
    charges: (body) =>
      textOr(body, "enable", "true") === "false"
        ? []
        : [byUse("guardduty/events", "million events and GiB of logs")],
    chargedOnly: "looks for intruders",
  },
  aws_securityhub_account: {
    charges: () => [byUse("securityhub/checks", "check and 10,000 findings")],
    chargedOnly: "collects findings",
  },
  aws_inspector2_enabler: {
    charges: () => [byUse("inspector/scans", "machine, image and function scanned")],
    chargedOnly: "looks for vulnerabilities",
  },
  aws_macie2_account: {
    charges: () => [byUse("macie/data", "bucket and GiB inspected")],
    chargedOnly: "looks for personal data",
  },
  aws_detective_graph: {
    charges: () => [byUse("detective/data", "GiB ingested")],
    chargedOnly: "explains findings",
  },
  aws_xray_sampling_rule: {
    charges: () => [byUse("xray/traces", "million traces")],
    chargedOnly: "records traces of requests",
  },
  aws_synthetics_canary: {
    charges: (body) => [
      byUse(
        "cloudwatch/canary-runs",
        `run, ${body.at("schedule").optional("expression") ?? "on a schedule"}`,
      ),
    ],
    chargedOnly: "tests an entry point",
  },
  aws_ssm_activation: {
    charges: () => [byUse("ssm/advanced-instance", "hour", usageOf(730, "instances"))],
    chargedOnly: "registers machines that are elsewhere",
  },
  aws_grafana_workspace: {
    charges: () => [byUse("grafana/user", "active user-month")],
    chargedOnly: "shows metrics",
  },
  aws_prometheus_workspace: {
    charges: () => [
      byUse("prometheus/samples", "10 million samples"),
      byUse("prometheus/storage", "GiB-month"),
    ],
    chargedOnly: "keeps metrics, which the service does not read back",
  },
  aws_cloudwatch_metric_stream: {
    charges: () => [byUse("cloudwatch/metric-stream", "1,000 metric updates")],
    chargedOnly: "passes metrics on",
  },
  aws_route53_health_check: { charges: healthCheck, chargedOnly: "tests an entry point" },
  ...ignored(
    "setting of what records or checks an account",
    "aws_accessanalyzer_*",
    "aws_auditmanager_*",
    "aws_cloudwatch_log_account_policy",
    "aws_cloudwatch_log_data_protection_policy",
    "aws_cloudwatch_log_destination*",
    "aws_cloudwatch_log_stream",
    "aws_cloudwatch_log_subscription_filter",
    "aws_cloudwatch_query_definition",
    "aws_config_aggregate_authorization",
    "aws_config_configuration_aggregator",
    "aws_config_configuration_recorder_status",
    "aws_config_delivery_channel",
    "aws_config_remediation_configuration",
    "aws_detective_*",
    "aws_grafana_*",
    "aws_guardduty_*",
    "aws_inspector_*",
    "aws_inspector2_*",
    "aws_macie2_*",
    "aws_prometheus_*",
    "aws_securityhub_*",
    "aws_ssm_association",
    "aws_ssm_default_patch_baseline",
    "aws_ssm_document",
    "aws_ssm_maintenance_window*",
    "aws_ssm_patch_*",
    "aws_ssm_resource_data_sync",
    "aws_ssm_service_setting",
    "aws_xray_encryption_config",
    "aws_xray_group",
    "aws_xray_resource_policy",
  ),
};

/** The first copy of management events is free; other events are charged where the trail records them. */
function trail(body: Cursor): Billed[] {
  const recordsData =
    blocks(body, "advanced_event_selector").length > 0 ||
    blocks(body, "event_selector").some((each) => blocks(each, "data_resource").length > 0);
  return [
    byUse("cloudtrail/management-events", "100,000 events", "monthly_additional_management_events"),
    ...(recordsData ? [byUse("cloudtrail/data-events", "100,000 events", "monthly_data_events")] : []),
    ...(blocks(body, "insight_selector").length > 0
      ? [byUse("cloudtrail/insight-events", "100,000 events", "monthly_insight_events")]
      : []),
  ];
}

/** Checks over HTTPS, for a text, each 10 seconds or with latency are optional features, each charged by itself. */
function healthCheck(body: Cursor): Billed[] {
  const type = body.optional("type")?.toUpperCase() ?? "";
  const features = [
    type.startsWith("HTTPS"),
    type.endsWith("_STR_MATCH"),
    body.optional("request_interval") === "10",
    body.optional("measure_latency") === "true",
  ].filter(Boolean).length;
  return [
    monthly("route53/health-check"),
    ...(features === 0 ? [] : [{ ...monthly("route53/health-check-feature"), quantity: features }]),
  ];
}
