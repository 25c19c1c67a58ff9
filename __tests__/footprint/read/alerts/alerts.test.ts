import { findAlerts, prometheusRuleManifest } from "../../../../constructs/alerts";
import type { Alert } from "../../../../footprint/model";
import { only, read, refusal } from "../fixtures";

const monitor = (body: object): readonly Alert[] => read({ datadog_monitor: { M: body } }).alerts;

describe("a Datadog monitor", () => {
  const both = {
    name: "[b2b] Error rate",
    query: "sum(last_5m):sum:errors{env:prod}.as_count() /\n  sum:hits{env:prod}.as_count() > 0.15",
    monitor_thresholds: { critical: "0.15", warning: "0.05" },
    message: `Errors are high.
{{#is_alert}} @pagerduty-b2b-api {{/is_alert}}
{{#is_warning}} @slack-b2b-alerts {{/is_warning}}
{{#is_recovery}} @pagerduty-b2b-api @slack-b2b-alerts {{/is_recovery}}`,
    tags: ["severity:critical", "team:b2b"],
  };

  it("with two thresholds is two alerts, of which one pages", () => {
    expect(monitor(both)).toEqual([
      {
        id: "datadog_monitor.M",
        name: "[b2b] Error rate",
        condition: "sum:errors{env:prod}.as_count() / sum:hits{env:prod}.as_count() > 0.15",
        window: "5m",
        severity: "critical",
        pages: "@pagerduty-b2b-api",
      },
      {
        id: "datadog_monitor.M: warning",
        name: "[b2b] Error rate",
        condition: "sum:errors{env:prod}.as_count() / sum:hits{env:prod}.as_count() > 0.05",
        window: "5m",
        severity: "warning",
      },
    ]);
  });

  it("that warns at both of its thresholds is one", () => {
    expect(only(monitor({ ...both, tags: ["severity:warning"] }))).toMatchObject({ severity: "warning" });
  });

  it.each([
    ["its tag", { tags: ["severity:warning"], priority: "1" }, "warning"],
    ["its priority", { priority: "1" }, "critical"],
    ["its priority", { priority: 3, message: "@pagerduty-x" }, "warning"],
    ["whom it pages", { message: "@pagerduty-x" }, "critical"],
    ["whom it does not page", { message: "@slack-x" }, "warning"],
  ])("has the severity of %s: %j", (_, body, severity) => {
    expect(only(monitor({ name: "m", query: "a > 1", ...body })).severity).toBe(severity);
  });

  it.each([
    ["@pagerduty-a @pagerduty-a and @opsgenie-b.", "@pagerduty-a, @opsgenie-b"],
    ["{{#is_warning}}@pagerduty-a{{/is_warning}}{{#is_no_data}}@pagerduty-b{{/is_no_data}}", undefined],
    ['{{#is_alert}}{{#is_match "host" "db"}}@pagerduty-a{{/is_match}}{{/is_alert}}', "@pagerduty-a"],
    ["{{^is_alert}}@pagerduty-a{{/is_alert}} {{^is_warning}}@pagerduty-b{{/is_warning}}", "@pagerduty-b"],
    ["@team@pagerduty.com {{#is_warning}} @pagerduty-a", undefined],
  ])("pages whom the message names in its state: %j", (message, pages) => {
    const [alert] = monitor({ name: "m", query: "a > 1", message, priority: "1" });
    expect(alert?.pages).toBe(pages);
  });

  it("on a burn rate has the long window, and one on a check none", () => {
    const burn =
      'burn_rate("${datadog_service_level_objective.S.id}").over("30d").long_window("1h").short_window("5m") > 14.4';
    expect(only(monitor({ query: burn }))).toMatchObject({ window: "1h", name: "datadog_monitor.M" });
    expect(only(monitor({ query: '"agent".over("a").last(3).count_by_status()' })).window).toBeUndefined();
  });

  it("with recipients that are unresolved before an apply reports it", () => {
    const { unknowns } = read({
      datadog_monitor: { M: { query: "a > 1", message: "@pagerduty-${var.team}" } },
    });
    expect(only(unknowns)).toMatchObject({ id: "datadog_monitor.M", what: "pages" });
  });
});

const RULES = {
  groups: [
    {
      name: "api",
      rules: [
        { record: "job:errors:rate5m", expr: "rate(errors[5m])" },
        { alert: "Errors", expr: "rate(errors[10m])\n  > 0.05", labels: { severity: "warning" } },
        { alert: "Down", expr: "up == 0", for: "1m", labels: { severity: "page", team: "b2b" } },
        { alert: "Full", expr: "disk > 0.9", labels: { severity: "critical" } },
      ],
    },
  ],
};

const EXPECTED = [
  { name: "Down", condition: "up == 0", window: "1m", severity: "critical", pages: "b2b" },
  { name: "Errors", condition: "rate(errors[10m]) > 0.05", window: "10m", severity: "warning" },
  { name: "Full", condition: "disk > 0.9", severity: "critical", pages: "severity=critical" },
];

const withoutId = (alerts: readonly Alert[]) => alerts.map(({ id: _, ...alert }) => alert);

const chart = (...manifests: readonly object[]) => ({
  helm_release: { R: { chart: "charts/manifests", values: [JSON.stringify({ manifests })] } },
});

it("reads a PrometheusRule", () => {
  const rule = {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: "r", namespace: "b2b" },
    spec: RULES,
  };
  const { alerts, unread } = read(chart(rule));
  expect(withoutId(alerts)).toEqual(EXPECTED);
  expect(alerts[0]?.id).toBe("PrometheusRule/b2b/r: api: Down, page");
  expect(unread).toEqual({});
});

it("reads every rule that the alert catalogue renders", () => {
  const alerts = findAlerts(["fpm-busy", "error-rate"]);
  const manifest = prometheusRuleManifest({
    name: "r",
    namespace: "b2b",
    alerts,
    subject: { service: "api", namespace: "b2b", maxChildren: 10 },
    runbookBaseUrl: "https://x",
  });
  const rules = (manifest as unknown as { spec: typeof RULES }).spec.groups.flatMap((group) => group.rules);
  const found = read(chart(manifest)).alerts;
  expect(found.map(({ name }) => name).sort()).toEqual(rules.map((rule) => rule.alert).sort());
  expect(found.every(({ severity, pages }) => (severity === "critical") === (pages !== undefined))).toBe(
    true,
  );
});

describe("a ConfigMap", () => {
  const configMap = (data: object) =>
    read({ kubernetes_config_map_v1: { C: { metadata: { name: "c" }, data } } });

  it("that holds a rules file holds alerts, as JSON and as YAML", () => {
    const yaml = "groups:\n  - name: api\n    rules:\n      - alert: Down\n        expr: up == 0\n";
    expect(withoutId(configMap({ "a.json": JSON.stringify(RULES) }).alerts)).toEqual(EXPECTED);
    expect(configMap({ "a.yaml": yaml, "nginx.conf": "user nginx;" }).alerts).toMatchObject([
      { id: "kubernetes_config_map_v1.C: api: Down", severity: "warning" },
    ]);
  });

  it("that holds anything else holds none", () => {
    expect(configMap({ a: "groups: [admins]", b: "alert: on", c: '${file("x")}' })).toMatchObject({
      alerts: [],
      unknowns: [],
    });
  });

  it("that holds a broken rules file says so", () => {
    expect(only(configMap({ "a.yaml": "groups:\n- alert: 'x\n" }).unknowns)).toMatchObject({
      what: "alerts of a.yaml",
    });
  });
});

it("reads alarms of CloudWatch and Azure Monitor", () => {
  const alarm = {
    alarm_name: "cpu",
    metric_name: "CPUUtilization",
    statistic: "Average",
    comparison_operator: "GreaterThanThreshold",
    threshold: 80,
    period: 300,
    evaluation_periods: 2,
  };
  const { alerts, unread } = read({
    aws_cloudwatch_metric_alarm: {
      A: { ...alarm, alarm_actions: ["arn:aws:sns:eu-west-1:1:pagerduty-b2b"] },
      B: { ...alarm, alarm_actions: ["arn:aws:sns:eu-west-1:1:mail"] },
    },
    aws_cloudwatch_composite_alarm: { C: { alarm_name: "both", alarm_rule: "ALARM(a) AND ALARM(b)" } },
    azurerm_monitor_metric_alert: {
      D: {
        name: "slow",
        severity: 1,
        window_size: "PT15M",
        criteria: { metric_name: "Latency", aggregation: "Average", operator: "GreaterThan", threshold: 3 },
        action: { action_group_id: "/x/actionGroups/pager-duty" },
      },
    },
  });
  expect(withoutId(alerts)).toEqual([
    { name: "both", condition: "ALARM(a) AND ALARM(b)", severity: "warning" },
    {
      name: "cpu",
      condition: "Average of CPUUtilization > 80",
      window: "10m",
      severity: "critical",
      pages: "arn:aws:sns:eu-west-1:1:pagerduty-b2b",
    },
    { name: "cpu", condition: "Average of CPUUtilization > 80", window: "10m", severity: "warning" },
    {
      name: "slow",
      condition: "Average of Latency > 3",
      window: "15m",
      severity: "critical",
      pages: "/x/actionGroups/pager-duty",
    },
  ]);
  expect(unread).toEqual({});
});

it("refuses rules that are no list", () => {
  const rule = {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: {},
    spec: { groups: 7 },
  };
  expect(refusal(() => read(chart(rule)))).toMatch(/spec\.groups: a number is not a list of blocks/);
});

test("reads what queries of Azure and queues of CloudAMQP alert on, and which of them page", () => {
  const criteria = { metric_measure_column: "ratio", operator: "GreaterThan", threshold: 0.01 };
  const query = { name: "errors", severity: 1, window_duration: "PT5M", criteria: [criteria] };
  const alarm = { type: "queue", message_type: "ready", queue_regex: "^dead$", value_threshold: 1 };
  const { alerts, unread } = read({
    azurerm_monitor_scheduled_query_rules_alert_v2: {
      A: { ...query, action: { action_groups: ["${azurerm_monitor_action_group.PagerDuty.id}"] } },
      B: { ...query, severity: 2, criteria: [{ ...criteria, time_aggregation_method: "Maximum" }] },
    },
    cloudamqp_alarm: {
      C: { ...alarm, time_threshold: 60, recipients: ["${cloudamqp_notification.pagerduty.id}"] },
      D: { ...alarm, time_threshold: 300, recipients: ["${cloudamqp_notification.slack.id}"] },
    },
  });
  expect(withoutId(alerts)).toEqual([
    {
      name: "errors",
      condition: "ratio > 0.01",
      window: "5m",
      severity: "critical",
      pages: "${azurerm_monitor_action_group.PagerDuty.id}",
    },
    { name: "errors", condition: "Maximum of ratio > 0.01", window: "5m", severity: "warning" },
    {
      name: "C",
      condition: "ready queue ^dead$ > 1",
      window: "1m",
      severity: "critical",
      pages: "${cloudamqp_notification.pagerduty.id}",
    },
    { name: "D", condition: "ready queue ^dead$ > 1", window: "5m", severity: "warning" },
  ]);
  expect(unread).toEqual({});
});
