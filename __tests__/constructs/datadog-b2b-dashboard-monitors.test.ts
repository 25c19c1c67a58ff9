import type { DatadogB2BDashboardProps } from "../../constructs/datadog-b2b-dashboard";
import { build, monitorIds, PROPS, panel, resources, synth } from "../helpers/datadog";

describe("monitors", () => {
  test("end with the own team's handles, and with no other", () => {
    const messages = resources("datadog_monitor", {
      maxChildren: 40,
      database: { user: "b2b", connectionsPerHost: 10 },
    });
    expect(messages).toHaveLength(10);
    for (const { message } of messages) {
      const last = String(message).split("\n\n").at(-1) ?? "";
      expect(last).toMatch(/^(\{\{#is_\w+\}\}( @[\w-]+)+ \{\{\/is_\w+\}\}\n?)+$/);
      const handles = new Set(String(message).match(/@[\w-]+/g));
      expect(
        [...handles].filter((handle) => !["@pagerduty-b2b-api", "@slack-b2b-alerts"].includes(handle)),
      ).toEqual([]);
      expect(handles.size).toBeGreaterThan(0);
    }
  });

  test("watch errors, missing traffic, the budget, the pool, and what the props describe", () => {
    const always = [
      "error-rate",
      "no-traffic",
      "budget-burns-fast",
      "budget-burns-slowly",
      "fpm-queue",
      "fpm-slow-requests",
    ];
    expect(monitorIds({ endpoints: [{ resource: "GET /stations" }] })).toEqual(always);
    expect(monitorIds()).toEqual([...always, "booking-error-rate", "search-slow"]);
    expect(
      monitorIds({ maxChildren: 40, database: { user: "b2b", connectionsPerHost: 10 } }).slice(-2),
    ).toEqual(["fpm-busy", "database-connections"]);
  });

  test("are those that are asked for", () => {
    expect(monitorIds({ alerts: ["circuit-open", "error-rate"], applicationMetricPrefix: "f3" })).toEqual([
      "circuit-open",
      "error-rate",
    ]);
  });

  test("carry the team's tag, the repeat and the check of queries", () => {
    const [monitor] = resources("datadog_monitor", {
      alerts: ["no-traffic"],
      renotifyMinutes: 15,
      validate: false,
    });
    expect(monitor).toMatchObject({ renotify_interval: 15, validate: false });
    expect(monitor?.["tags"]).toEqual([
      "alert:no-traffic",
      "severity:critical",
      "service:f3",
      "env:production",
      "team:b2b",
    ]);
  });

  test("on silence are muted out of business hours, the others never", () => {
    const synthesised = synth(build());
    const downtimes = Object.values(synthesised["datadog_downtime_schedule"] ?? {});
    expect(downtimes).toHaveLength(1);
    expect(downtimes[0]).toMatchObject({
      monitor_identifier: {
        monitor_id: expect.stringMatching(/^\$\{datadog_monitor\.B2B_NoTraffic_\w+\.id\}$/),
      },
      display_timezone: "Asia/Bangkok",
      recurring_schedule: { timezone: "Asia/Bangkok" },
    });
    const always = {
      ...PROPS.businessHours,
      fromHour: 0,
      toHour: 24,
      days: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const,
    };
    expect(resources("datadog_downtime_schedule", { businessHours: always })).toEqual([]);
  });

  test("refer to the objective of the construct", () => {
    const [monitor] = resources("datadog_monitor", { alerts: ["budget-burns-fast"] });
    expect(monitor?.["query"]).toMatch(
      /^burn_rate\("\$\{datadog_service_level_objective\.B2B_Objectives_Availability_\w+\.id\}"\)\.over\("30d"\)/,
    );
  });
});

describe("the channel", () => {
  const slackAccount = "travel";

  test("is added to the integration where its account is given, and its handle names both", () => {
    const props = { team: { ...PROPS.team, slackAccount } };
    expect(resources("datadog_integration_slack_channel", props)).toEqual([
      {
        account_name: "travel",
        channel_name: "#b2b-alerts",
        display: { message: true, notified: true, snapshot: true, tags: true },
      },
    ]);
    const [monitor] = resources("datadog_monitor", { ...props, alerts: ["fpm-queue"] });
    expect(monitor?.["message"]).toContain(" @slack-travel-b2b-alerts ");
  });

  test("is left alone else", () => {
    expect(resources("datadog_integration_slack_channel")).toEqual([]);
  });
});

describe("span metrics", () => {
  const names = (props: Partial<DatadogB2BDashboardProps> = {}) =>
    resources("datadog_spans_metric", props)
      .map(({ name }) => String(name))
      .sort();

  test("count the API's own requests, by endpoint, client and outcome", () => {
    const [hits] = resources("datadog_spans_metric").filter(
      ({ name }) => name === "b2b.production.request.hits",
    );
    expect(hits).toMatchObject({
      compute: { aggregation_type: "count" },
      filter: {
        query:
          'service:f3 env:production operation_name:web.request resource_name:("GET /search" OR "POST /confirm" OR "GET /stations")',
      },
      group_by: [
        { path: "resource_name", tag_name: "endpoint" },
        { path: "@client_id", tag_name: "client_id" },
        { path: "status", tag_name: "status" },
      ],
    });
  });

  test("are made for the stages that there are", () => {
    const own = ["request.duration", "request.hits"];
    expect(names({ endpoints: [{ resource: "GET /stations" }] })).toEqual(
      own.map((name) => `b2b.production.${name}`),
    );
    expect(names()).toEqual(
      ["booking.hits", ...own, "search.duration", "stage.confirm.hits", "stage.search.hits"].map(
        (name) => `b2b.production.${name}`,
      ),
    );
  });

  test("take percentiles of durations", () => {
    const [duration] = resources("datadog_spans_metric").filter(({ name }) =>
      String(name).endsWith("search.duration"),
    );
    expect(duration?.["compute"]).toEqual({
      aggregation_type: "distribution",
      include_percentiles: true,
      path: "@duration",
    });
  });

  test("follow operation, client attribute, prefix and environment", () => {
    const [metric] = resources("datadog_spans_metric", {
      operation: "symfony.request",
      clientAttribute: "@partner",
    });
    expect(JSON.stringify(metric)).toMatch(
      /operation_name:symfony\.request.*"path":"@partner","tag_name":"client_id"/,
    );
    expect(names({ environment: "pre-live" })[0]).toBe("b2b.pre_live.booking.hits");
    expect(names({ metricPrefix: "partner" })[0]).toBe("partner.booking.hits");
  });

  test("quote the characters of a resource name", () => {
    const endpoints = [{ resource: 'GET "a"\\b' }];
    const [metric] = resources("datadog_spans_metric", { endpoints });
    expect(JSON.stringify(metric?.["filter"])).toContain(JSON.stringify('("GET \\"a\\"\\\\b")').slice(1, -1));
  });
});

describe("objectives", () => {
  test("are availability and fast search over 30 days", () => {
    expect(resources("datadog_service_level_objective")).toMatchObject([
      {
        type: "metric",
        query: {
          numerator: "sum:b2b.production.request.hits{!status:error}.as_count()",
          denominator: "sum:b2b.production.request.hits{*}.as_count()",
        },
        thresholds: [{ timeframe: "30d", target: 99.9 }],
        tags: ["team:b2b", "env:production"],
        validate: true,
      },
      {
        type: "time_slice",
        sli_specification: { time_slice: { comparator: "<", threshold: 3e9 } },
        thresholds: [{ timeframe: "30d", target: 99 }],
      },
    ]);
  });

  test("follow their targets", () => {
    const objectives = { availabilityPercent: 99.5, searchPercent: 95, searchSeconds: 1 };
    expect(resources("datadog_service_level_objective", { objectives })).toMatchObject([
      { thresholds: [{ target: 99.5 }] },
      { thresholds: [{ target: 95 }], sli_specification: { time_slice: { threshold: 1e9 } } },
    ]);
    expect(
      panel("Burn rate of the error budget (1 lasts the month)", { objectives })?.requests?.[0]?.q,
    ).toMatch(/ \/ 0\.005$/);
  });

  test("leave search out where there is none", () => {
    expect(build({ endpoints: [{ resource: "GET /stations" }] }).objectives.search).toBeUndefined();
  });
});
