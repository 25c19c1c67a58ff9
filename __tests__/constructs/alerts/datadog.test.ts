import {
  ALERTS,
  type Alert,
  type AlertSubject,
  type BusinessHours,
  datadogGraph,
  datadogMonitor,
  datadogQuery,
  findAlerts,
  isUnseen,
  offHoursSchedule,
  SIGNALS,
} from "../../../constructs/alerts";

const SUBJECT: AlertSubject = {
  service: "f3",
  applicationMetricPrefix: "partner_api",
  environment: "production",
  namespace: "partner",
  spanMetricPrefix: "b2b",
  objectiveId: "slo-id",
  maxChildren: 40,
  database: { user: "b2b", connectionsPerHost: 10 },
  topics: ["booking.lifecycle"],
  retiredTopics: ["BookSucceeded", "ReservationChanged"],
};

function find(id: string): Alert {
  const [alert] = findAlerts([id]);
  if (alert === undefined) throw new Error(id);
  return alert;
}

function monitor(id: string, options: Partial<Parameters<typeof datadogMonitor>[1]> = {}) {
  const route = { page: "@pagerduty-b2b", read: "@slack-b2b" };
  return datadogMonitor(find(id), { subject: SUBJECT, route, runbookBaseUrl: "https://x.test", ...options });
}

/** The lines after the text, which are handles alone. */
function handles(id: string): string[] {
  return monitor(id).message.split("\n\n").at(-1)?.split("\n") ?? [];
}

describe("a Datadog query", () => {
  test.each([
    [
      "error-rate",
      "query alert",
      "sum(last_5m):sum:b2b.request.hits{status:error}.as_count() / sum:b2b.request.hits{*}.as_count() > 0.15",
    ],
    ["search-slow", "query alert", "percentile(last_10m):p95:b2b.search.duration{*} > 3000000000"],
    ["no-traffic", "query alert", "sum(last_5m):sum:b2b.request.hits{*}.as_count() < 1"],
    [
      "fpm-busy",
      "query alert",
      "min(last_2m):max:php_fpm.processes.active{env:production AND service:f3} by {host} / 40 > 0.9",
    ],
    [
      "kafka-retired-writes",
      "query alert",
      "sum(last_10m):monotonic_diff(sum:kafka.broker_offset{env:production AND " +
        "topic IN (BookSucceeded,ReservationChanged)} by {topic}) > 0",
    ],
    [
      "redis-unreachable",
      "service check",
      '"redis.can_connect".over("env:production","service:f3").by("*").last(3).count_by_status()',
    ],
    [
      "budget-burns-slowly",
      "slo alert",
      'burn_rate("slo-id").over("30d").long_window("6h").short_window("30m") > 6',
    ],
  ])("of %s is a %s", (id, type, query) => {
    expect(datadogQuery(find(id), SUBJECT)).toMatchObject({ type, query });
  });

  test("compares with the threshold that its monitor calls critical", () => {
    const seen = ALERTS.filter(({ condition }) => {
      const source = SIGNALS[condition.signal].datadog;
      return !isUnseen(source) && source.kind !== "check";
    });
    const queries = seen.map((alert) => datadogQuery(alert, SUBJECT));
    expect(queries.filter(({ query, thresholds }) => !query.endsWith(` ${thresholds.critical}`))).toEqual([]);
  });

  test.each([
    ["error-rate", { critical: "0.15", warning: "0.05" }],
    ["fpm-queue", { critical: "10" }],
    ["redis-unreachable", { critical: "2", warning: "1", ok: "1" }],
  ])("of %s has its tiers as thresholds", (id, thresholds) => {
    expect(datadogQuery(find(id), SUBJECT).thresholds).toEqual(thresholds);
  });

  test("evaluates a minute instead of 30 seconds, and the message says so", () => {
    expect(datadogQuery(find("circuit-open"), SUBJECT).query).toMatch(/^min\(last_1m\):/);
    expect(monitor("circuit-open").message).toContain("Datadog evaluates 1m, its shortest window, not 30s.");
    expect(monitor("redis-unreachable").message).not.toContain("shortest window");
  });

  test.each([
    [
      "dead-letters",
      {},
      'alert "dead-letters": \'signal\' must be one that Datadog can see, got "deadLetters"; ' +
        "no integration sends it to Datadog",
    ],
    [
      "fpm-queue",
      { environment: undefined },
      "alert \"fpm-queue\": 'subject.environment' must be set, got undefined; name the environment",
    ],
  ])("of %s fails when it cannot be written", (id, subject, message) => {
    expect(() => datadogQuery(find(id), { ...SUBJECT, ...subject })).toThrow(new Error(message));
    expect(() => datadogGraph(find(id), { ...SUBJECT, ...subject })).toThrow(new Error(message));
  });
});

describe("a Datadog monitor", () => {
  test("pages for critical, and notifies the channel for warning", () => {
    expect(handles("error-rate")).toEqual([
      "{{#is_alert}} @pagerduty-b2b {{/is_alert}}",
      "{{#is_warning}} @slack-b2b {{/is_warning}}",
      "{{#is_recovery}} @pagerduty-b2b @slack-b2b {{/is_recovery}}",
    ]);
    expect(monitor("error-rate")).toMatchObject({
      priority: "1",
      renotifyInterval: 30,
      renotifyStatuses: ["alert", "no data"],
      onMissingData: "default",
      requireFullWindow: false,
      validate: true,
    });
  });

  test("that only warns does not page", () => {
    expect(handles("fpm-queue")).toEqual([
      "{{#is_alert}} @slack-b2b {{/is_alert}}",
      "{{#is_recovery}} @slack-b2b {{/is_recovery}}",
    ]);
    expect(monitor("fpm-queue").priority).toBe("3");
    expect(monitor("fpm-queue")).not.toHaveProperty("renotifyInterval");
  });

  test("on silence pages without data too", () => {
    expect(handles("no-traffic")).toContain("{{#is_no_data}} @pagerduty-b2b {{/is_no_data}}");
    expect(monitor("no-traffic").onMissingData).toBe("show_and_notify_no_data");
    expect(monitor("redis-unreachable")).toMatchObject({ notifyNoData: true, noDataTimeframe: 2 });
    expect(monitor("redis-unreachable")).not.toHaveProperty("onMissingData");
    expect(monitor("error-rate").message).not.toContain("is_no_data");
  });

  test("carries tags, and the options that it is given", () => {
    const options = { tags: ["team:b2b"], renotifyMinutes: 10, validate: false };
    expect(monitor("no-traffic", options)).toMatchObject({
      tags: ["alert:no-traffic", "severity:critical", "service:f3", "env:production", "team:b2b"],
      renotifyInterval: 10,
      validate: false,
    });
  });

  test("contains the condition, the first action, and the link to the runbook", () => {
    expect(monitor("search-slow").message.split("\n").slice(0, 3)).toEqual([
      "Search is slow on f3: warning > 3 s over 10m.",
      "First: Compare with the backend's own latency. Search that is slow while bookings work is degraded, not down.",
      "Runbook: https://x.test/alerts.md#search-slow",
    ]);
  });
});

describe("a Datadog graph", () => {
  test("has its thresholds in the metric's unit", () => {
    expect(datadogGraph(find("search-slow"), SUBJECT)).toEqual({
      expression: "p95:b2b.search.duration{*}",
      thresholds: [{ severity: "warning", value: 3e9 }],
    });
  });

  test("is left to Datadog for checks and objectives", () => {
    expect(datadogGraph(find("redis-unreachable"), SUBJECT)).toBeUndefined();
    expect(datadogGraph(find("budget-burns-fast"), SUBJECT)).toBeUndefined();
  });
});

describe("the schedule of off hours", () => {
  const schedule = (hours: Partial<BusinessHours>, since = "2026-01-05") =>
    offHoursSchedule({ timezone: "Asia/Bangkok", ...hours }, since);

  test("mutes nights and the weekend, from the evening on until silence counts again", () => {
    expect(schedule({})).toEqual({
      timezone: "Asia/Bangkok",
      recurrence: [
        { rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", duration: "845m", start: "2026-01-05T18:00:00" },
        { rrule: "FREQ=WEEKLY;BYDAY=FR", duration: "3725m", start: "2026-01-09T18:00:00" },
      ],
    });
  });

  test.each<[string, Partial<BusinessHours>, string, unknown]>([
    ["one day a week", { days: ["WE"] }, "2026-01-05", [["WE", "9485m", "2026-01-07T18:00:00"]]],
    [
      "days in any order",
      { days: ["TU", "MO"] },
      "2026-01-05",
      [
        ["MO", "845m", "2026-01-05T18:00:00"],
        ["TU", "8045m", "2026-01-06T18:00:00"],
      ],
    ],
    [
      "a day that ends at midnight",
      { days: ["MO"], toHour: 24, graceMinutes: 0 },
      "2026-01-05",
      [["TU", "9120m", "2026-01-06T00:00:00"]],
    ],
    [
      "a start on a Sunday",
      { days: ["MO"], fromHour: 9, toHour: 17 },
      "2026-01-04",
      [["MO", "9605m", "2026-01-05T17:00:00"]],
    ],
  ])("knows %s", (_, hours, since, expected) => {
    const found = schedule(hours, since)?.recurrence as { rrule: string; duration: string; start?: string }[];
    expect(found.map(({ rrule, duration, start }) => [rrule.split("BYDAY=")[1], duration, start])).toEqual(
      expected,
    );
  });

  test("is none where business never ends", () => {
    const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
    expect(schedule({ days, fromHour: 0, toHour: 24 })).toBeUndefined();
  });
});
