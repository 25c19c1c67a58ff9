import { Token } from "cdktf";
import { parse } from "yaml";
import {
  ALERTS,
  type AlertSubject,
  alertmanagerConfig,
  findAlerts,
  grafanaDashboard,
  prometheusRuleManifest,
  prometheusRules,
  prometheusRulesYaml,
} from "../../../constructs/alerts";

const OWN = { applicationMetricPrefix: "partner_api", maxChildren: 11 };
const SUBJECT: AlertSubject = { service: "frontend3-partner", topics: ["a.b", "c"], ...OWN };

function rules(ids: readonly string[], subject: Partial<AlertSubject> = {}) {
  const options = { name: "partner", alerts: findAlerts(ids), runbookBaseUrl: "https://docs.example.test/" };
  const [group] = prometheusRules({ ...options, subject: { ...SUBJECT, ...subject } }).groups;
  return group?.rules ?? [];
}

describe("a Prometheus rule", () => {
  test("has expression, window, labels and a runbook", () => {
    expect(rules(["fpm-busy"])).toEqual([
      {
        alert: "FpmBusy",
        expr: '(max by (pod) (phpfpm_active_processes{job="frontend3-partner"}) / 11) > 0.9',
        for: "2m",
        labels: {
          severity: "warning",
          service: "frontend3-partner",
          alert_id: "fpm-busy",
          active: "always",
        },
        annotations: {
          summary: "PHP-FPM pool is nearly full (frontend3-partner)",
          description: expect.stringMatching(
            /^The share of a pool's PHP-FPM workers that are busy is \{\{ \$value \| humanizePercentage \}\}; warning at > 90 % for 2m\. Scale up\./,
          ),
          runbook_url: "https://docs.example.test/alerts.md#fpm-busy",
        },
      },
    ]);
  });

  test.each([
    ["fpm-queue", '(max by (pod) (phpfpm_listen_queue{job="frontend3-partner"})) > 10', "1m"],
    [
      "fpm-slow-requests",
      '(max by (pod) (increase(phpfpm_slow_requests{job="frontend3-partner"}[5m]))) > 25',
      undefined,
    ],
    ["redis-unreachable", '(min(redis_up{job="frontend3-partner"}) or vector(0)) < 1', "30s"],
    [
      "kafka-lag",
      '(sum by (consumergroup, topic) (kafka_consumergroup_lag{topic=~"a\\\\.b|c"})) > 1000',
      "5m",
    ],
  ])("of %s waits only where each sample counts", (id, expr, wait) => {
    expect(rules([id])).toEqual([expect.objectContaining({ expr })]);
    expect(rules([id])[0]?.for).toBe(wait);
  });

  test("with two tiers is two rules of one name", () => {
    const found = rules(["error-rate"]).map(({ alert, labels, expr }) => [
      alert,
      labels["severity"],
      expr.split(" > ").at(-1),
    ]);
    expect(found).toEqual([
      ["ErrorRate", "warning", "0.05"],
      ["ErrorRate", "critical", "0.15"],
    ]);
  });

  test("burns the budget over its window and a twelfth of it", () => {
    const [rule] = rules(["budget-burns-fast"], { availabilityPercent: 99.9 });
    expect(rule?.expr).toContain("[1h]");
    expect(rule?.expr).toContain("[5m]");
    expect(rule?.expr).toMatch(/\/ 0\.001\)+ > 14\.4$/);
  });

  test("carries the labels that it is given, and its own win", () => {
    const options = {
      name: "n",
      alerts: findAlerts(["fpm-queue"]),
      subject: SUBJECT,
      runbookBaseUrl: "https://x.test",
    };
    const [group] = prometheusRules({ ...options, labels: { team: "b2b", severity: "none" } }).groups;
    expect(group?.rules[0]?.labels).toMatchObject({ team: "b2b", severity: "warning" });
  });

  test.each([
    [
      "fpm-busy",
      { maxChildren: undefined },
      "alert \"fpm-busy\": 'subject.maxChildren' must be set, got undefined; give pm.max_children of the pool",
    ],
    [
      "fpm-busy",
      { maxChildren: Token.asNumber("${var.children}") },
      "alert \"fpm-busy\": 'subject.maxChildren' must be known at synth, got a token; give pm.max_children of the pool",
    ],
    [
      "kafka-lag",
      { topics: [] },
      'alert "kafka-lag": \'subject.topics\' must be set, got "none"; name the topics',
    ],
    [
      "error-rate",
      { service: "" },
      'alert "error-rate": \'subject.service\' must be set, got ""; name the service',
    ],
  ])("of %s fails when a fact is missing", (id, subject, message) => {
    expect(() => rules([id], subject)).toThrow(new Error(message));
  });
});

describe("rules as", () => {
  const options = {
    name: "partner",
    alerts: findAlerts(["circuit-open"]),
    subject: SUBJECT,
    runbookBaseUrl: "https://x.test",
  };

  test("YAML are the same data", () => {
    expect(parse(prometheusRulesYaml(options))).toEqual(prometheusRules(options));
  });

  test("a PrometheusRule are selected by its labels", () => {
    expect(
      prometheusRuleManifest({ ...options, namespace: "monitoring", selectorLabels: { release: "kps" } }),
    ).toEqual({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "partner", namespace: "monitoring", labels: { release: "kps" } },
      spec: prometheusRules(options),
    });
  });

  test("texts contain no template sequences of Terraform", () => {
    const all = ALERTS.filter(({ id }) => !id.startsWith("kafka-retired") && id !== "database-connections");
    const full = {
      ...SUBJECT,
      namespace: "n",
      container: "c",
      searchRoute: "/s",
      autocompleteRoute: "/a",
      listingRoute: "/l",
      filterRoute: "/f",
      database: { user: "u", connectionsPerHost: 8 },
      deadLetterQueues: ["d"],
      workQueues: ["w"],
      availabilityPercent: 99,
    };
    const text = prometheusRulesYaml({ ...options, alerts: all, subject: full });
    const board = JSON.stringify(grafanaDashboard({ uid: "u", title: "t", alerts: all, subject: full }));
    expect(`${text}${board}`).not.toMatch(/[$%]\{/);
  });
});

describe("a Grafana dashboard", () => {
  interface Panel {
    id: number;
    type: string;
    title: string;
    gridPos: { x: number; y: number; w: number; h: number };
    targets?: { expr: string }[];
    fieldConfig?: { defaults: { unit: string; thresholds?: { steps: unknown[] } } };
  }
  const ids = ["fpm-queue", "error-rate", "budget-burns-fast", "redis-unreachable", "booking-error-rate"];
  const board = grafanaDashboard({
    uid: "partner",
    title: "Partner API",
    alerts: findAlerts(ids),
    subject: { ...SUBJECT, availabilityPercent: 99.9 },
  });
  const panels = board.panels as Panel[];
  const panel = (title: string) => panels.find((one) => one.title === title);

  test("is ordered from objectives to saturation", () => {
    expect(panels.map(({ type, title }) => (type === "row" ? `# ${title}` : title))).toEqual([
      "# Service levels",
      "Error budget burns fast",
      "# Requests by endpoint and client",
      "Rate by endpoint",
      "Errors by endpoint",
      "95th percentile by endpoint",
      "Rate by client",
      "Errors by client",
      "95th percentile by client",
      "Error rate",
      "# From search to booking",
      "Booking error rate",
      "# Dependencies",
      "Redis is unreachable",
      "# Saturation",
      "Requests wait for a PHP-FPM worker",
    ]);
  });

  test("lets no panel overlap another, and gives each an id of its own", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: h }, (_, row) =>
        Array.from({ length: w }, (__, column) => `${x + column},${y + row}`),
      ).flat(),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });

  test("draws thresholds, the worst colour on the bad side", () => {
    expect(panel("Error rate")?.fieldConfig?.defaults.thresholds?.steps).toEqual([
      { color: "green", value: null },
      { color: "yellow", value: 0.05 },
      { color: "red", value: 0.15 },
    ]);
    expect(panel("Redis is unreachable")?.fieldConfig?.defaults.thresholds?.steps).toEqual([
      { color: "red", value: null },
      { color: "green", value: 1 },
    ]);
  });

  test("splits requests by endpoint and by client", () => {
    const selector = 'job="frontend3-partner"';
    const metric = "http_server_request_duration_seconds";
    expect(panel("Errors by client")?.targets?.[0]?.expr).toBe(
      `(sum by (client_id) (rate(${metric}_count{${selector},http_response_status_code=~"5.."}[5m]))) / ` +
        `sum by (client_id) (rate(${metric}_count{${selector}}[5m]))`,
    );
    expect(panel("95th percentile by endpoint")?.targets?.[0]?.expr).toBe(
      `histogram_quantile(0.95, sum by (le, http_route) (rate(${metric}_bucket{${selector}}[5m])))`,
    );
    expect(panel("Errors by client")?.fieldConfig?.defaults.unit).toBe("percentunit");
  });
});

describe("an Alertmanager configuration", () => {
  const config = (hours: object = {}) =>
    alertmanagerConfig({
      pagerDutyKeyFile: "/run/secrets/pagerduty",
      slackUrlFile: "/run/secrets/slack",
      slackChannel: "#b2b-alerts",
      businessHours: { timezone: "Asia/Bangkok", ...hours },
    });

  test("pages for what is critical alone, and mutes it out of business hours where it asks for that", () => {
    expect(config().route).toEqual({
      receiver: "slack",
      group_by: ["alertname", "service"],
      routes: [
        { matchers: ['alertname=~"Watchdog|InfoInhibitor"'], receiver: "nobody" },
        {
          matchers: ['severity="critical"', 'active="business-hours"'],
          receiver: "pagerduty",
          mute_time_intervals: ["outside-business-hours"],
        },
        { matchers: ['severity="critical"'], receiver: "pagerduty" },
        {
          matchers: ['active="business-hours"'],
          receiver: "slack",
          mute_time_intervals: ["outside-business-hours"],
        },
      ],
    });
  });

  test("notifies only Slack without paging", () => {
    const quiet = alertmanagerConfig({
      slackUrlFile: "/run/secrets/slack",
      slackChannel: "#critter-alerts",
      businessHours: { timezone: "Etc/UTC" },
    });
    expect(quiet.receivers.map(({ name }) => name)).toEqual(["nobody", "slack"]);
    expect(JSON.stringify(quiet.route)).not.toContain("pagerduty");
  });

  test.each([
    [
      {},
      [
        { weekdays: ["saturday", "sunday"], location: "Asia/Bangkok" },
        {
          times: [
            { start_time: "00:00", end_time: "08:05" },
            { start_time: "18:00", end_time: "24:00" },
          ],
          location: "Asia/Bangkok",
        },
      ],
    ],
    [{ days: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"], fromHour: 0, toHour: 24 }, []],
  ])("mutes what %j leaves", (hours, intervals) => {
    expect(config(hours).time_intervals[0]?.time_intervals).toEqual(intervals);
  });
});
