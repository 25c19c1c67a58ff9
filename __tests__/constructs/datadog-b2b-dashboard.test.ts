import { DatadogProvider } from "@cdktf/provider-datadog/lib/provider";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { DatadogB2BDashboard, type DatadogB2BDashboardProps } from "../../constructs/datadog-b2b-dashboard";
import { b2bDashboard } from "../../docs/examples/datadog-b2b-dashboard";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

interface Widget {
  definition: {
    type: string;
    title?: string;
    widgets?: Widget[];
    requests?: { q: string }[];
    markers?: { value: string; display_type: string }[];
    slo_id?: string;
    query?: string;
  };
}

const PROPS: DatadogB2BDashboardProps = {
  service: "f3",
  environment: "production",
  endpoints: [
    { resource: "GET /search", stage: "search" },
    { resource: "POST /confirm", stage: "confirm" },
    { resource: "GET /stations" },
  ],
  team: { name: "b2b", pagerDutyService: "b2b-api", slackChannel: "b2b-alerts" },
  runbookBaseUrl: "https://docs.example.test",
  businessHours: { timezone: "Asia/Bangkok", since: "2026-01-05" },
};

function stack(): TerraformStack {
  const created = new TerraformStack(new App(), "Stack");
  new DatadogProvider(created, "datadog", {});
  return created;
}

function build(props: Partial<DatadogB2BDashboardProps> = {}, scope = stack()): DatadogB2BDashboard {
  return new DatadogB2BDashboard(scope, "B2B", { ...PROPS, ...props });
}

function synth(built: DatadogB2BDashboard): Resources {
  return JSON.parse(Testing.synth(TerraformStack.of(built), true)).resource;
}

function resources(type: string, props: Partial<DatadogB2BDashboardProps> = {}) {
  return Object.values(synth(build(props))[type] ?? {});
}

function monitorIds(props: Partial<DatadogB2BDashboardProps> = {}): string[] {
  return [...build(props).monitors.keys()];
}

function dashboard(props: Partial<DatadogB2BDashboardProps> = {}) {
  const [found] = resources("datadog_dashboard_json", props);
  return JSON.parse(String(found?.["dashboard"]));
}

/** The dashboard's groups with the titles of what is in them. */
function outline(props: Partial<DatadogB2BDashboardProps> = {}): [string, string[]][] {
  return dashboard(props).widgets.map(({ definition }: Widget) => [
    definition.title,
    definition.widgets?.map((widget) => widget.definition.title ?? widget.definition.type),
  ]);
}

function panel(
  title: string,
  props: Partial<DatadogB2BDashboardProps> = {},
): Widget["definition"] | undefined {
  const groups: Widget[] = dashboard(props).widgets;
  return groups
    .flatMap(({ definition }) => definition.widgets ?? [])
    .find(({ definition }) => definition.title === title)?.definition;
}

describe("monitors", () => {
  test("end with the own team's handles, and with no other", () => {
    const messages = resources("datadog_monitor", {
      maxChildren: 40,
      database: { user: "b2b", connections: 80 },
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

  test("watch errors, silence, the budget and the pool, and what the props tell of", () => {
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
    expect(monitorIds({ maxChildren: 40, database: { user: "b2b", connections: 80 } }).slice(-2)).toEqual([
      "fpm-busy",
      "database-connections",
    ]);
  });

  test("are those that are asked for", () => {
    expect(monitorIds({ alerts: ["circuit-open", "error-rate"] })).toEqual(["circuit-open", "error-rate"]);
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

  test("burn against the objective that stands beside them", () => {
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

  test("quote what a resource name may hold", () => {
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
      panel("How fast the error budget burns (1 lasts the month)", { objectives })?.requests?.[0]?.q,
    ).toMatch(/ \/ 0\.005$/);
  });

  test("leave search out where there is none", () => {
    expect(build({ endpoints: [{ resource: "GET /stations" }] }).objectives.search).toBeUndefined();
  });
});

describe("the dashboard", () => {
  test("is read from promises down to what is full", () => {
    expect(
      outline({ maxChildren: 40, database: { user: "b2b", connections: 80 }, title: "Partner API" }),
    ).toEqual([
      ["1 Service levels", ["slo", "slo", "How fast the error budget burns (1 lasts the month)", "Monitors"]],
      [
        "2 Requests by endpoint and client",
        [
          "Rate by endpoint, a second",
          "Share that fails by endpoint",
          "95th percentile by endpoint, seconds",
          "Rate by client, a second",
          "Share that fails by client",
          "95th percentile by client, seconds",
        ],
      ],
      [
        "3 From search to booking",
        ["search, confirm", "Share of search that ends in confirm", "Booking error rate"],
      ],
      ["4 Dependencies", ["Database connections run out"]],
      [
        "5 Saturation",
        ["Requests wait for a PHP-FPM worker", "PHP-FPM requests are slow", "PHP-FPM pool is nearly full"],
      ],
    ]);
  });

  test("leaves out what there is nothing to show of", () => {
    const groups = outline({ endpoints: [{ resource: "GET /stations" }] }).map(([title]) =>
      title.slice(0, 1),
    );
    expect(groups).toEqual(["1", "2", "5"]);
  });

  test("is titled, tagged, and can be narrowed to an endpoint or a client", () => {
    expect(dashboard({ title: "Partner API" })).toMatchObject({
      title: "Partner API (production)",
      tags: ["team:b2b"],
      notify_list: [],
      layout_type: "ordered",
      template_variables: [
        { name: "endpoint", prefix: "endpoint", defaults: ["*"] },
        { name: "client_id", prefix: "client_id", defaults: ["*"] },
      ],
    });
    expect(panel("Share that fails by client")?.requests?.[0]?.q).toBe(
      "sum:b2b.production.request.hits{status:error,$endpoint,$client_id} by {client_id}.as_count() / " +
        "sum:b2b.production.request.hits{$endpoint,$client_id} by {client_id}.as_count()",
    );
  });

  test("shows objectives by reference, and the state of its own monitors", () => {
    const [first] = dashboard().widgets as Widget[];
    expect(first?.definition.widgets?.[0]?.definition.slo_id).toMatch(
      /^\$\{datadog_service_level_objective\.B2B_Objectives_Availability_\w+\.id\}$/,
    );
    expect(panel("Monitors")?.query).toBe('tag:("team:b2b" AND "service:f3" AND "env:production")');
  });

  test("draws the thresholds of what it watches", () => {
    expect(panel("Requests wait for a PHP-FPM worker")?.markers).toEqual([
      { value: "y = 10", display_type: "warning dashed" },
    ]);
    expect(panel("How fast the error budget burns (1 lasts the month)")?.markers).toEqual([
      { value: "y = 14.4", display_type: "error dashed" },
      { value: "y = 6", display_type: "warning dashed" },
    ]);
  });

  test("uses nothing that the provider retires", () => {
    const text = Testing.synth(TerraformStack.of(build()), true);
    expect(text).not.toMatch(/"locked"|"default":/);
  });
});

describe("fails when", () => {
  type Case = [what: string, props: Partial<DatadogB2BDashboardProps>, code: string, message: string];
  const team = (change: Partial<DatadogB2BDashboardProps["team"]>) => ({
    team: { ...PROPS.team, ...change },
  });
  const hours = (change: object) => ({ businessHours: { ...PROPS.businessHours, ...change } });

  test.each<Case>([
    [
      "the page reaches nobody",
      team({ pagerDutyService: "" }),
      "Missing",
      "'team.pagerDutyService' must not be empty, got \"\"; an alert that reaches nobody is none",
    ],
    [
      "the channel is empty",
      team({ slackChannel: "" }),
      "Missing",
      "'team.slackChannel' must not be empty, got \"\"; an alert that reaches nobody is none",
    ],
    [
      "the team has no name",
      team({ name: "" }),
      "Missing",
      "'team.name' must not be empty, got \"\"; an alert that reaches nobody is none",
    ],
    [
      "the page is another team's",
      team({ pagerDutyService: "12Go-ops" }),
      "Conflict",
      "'team.pagerDutyService' must be the own team's, not one of 12go, got \"12Go-ops\"; name the team that owns the API",
    ],
    [
      "the channel is another team's",
      team({ slackChannel: "alerts-12go" }),
      "Conflict",
      "'team.slackChannel' must be the own team's, not one of 12go, got \"alerts-12go\"; name the team that owns the API",
    ],
    [
      "the channel is one that the caller forbids",
      { foreignHandles: ["b2b"] },
      "Conflict",
      "'team.name' must be the own team's, not one of b2b, got \"b2b\"; name the team that owns the API",
    ],
    [
      "a handle has its mark",
      team({ slackChannel: "#b2b" }),
      "BadName",
      "'team.slackChannel' must be letters, digits, '-' and '_', got \"#b2b\"; leave '@', '#' and spaces out",
    ],
    [
      "the account has a space",
      team({ slackAccount: "my account" }),
      "BadName",
      "'team.slackAccount' must be letters, digits, '-' and '_', got \"my account\"; leave '@', '#' and spaces out",
    ],
    [
      "there is no endpoint",
      { endpoints: [] },
      "Missing",
      "'endpoints' must name at least one, got \"none\"; give the resource names of the API's spans",
    ],
    [
      "an endpoint is empty",
      { endpoints: [{ resource: "" }] },
      "Missing",
      "'endpoints[0].resource' must not be empty, got \"\"; give it as the trace explorer shows it, for example GET /b2b/search",
    ],
    [
      "an endpoint stands twice",
      { endpoints: [{ resource: "GET /a" }, { resource: "GET /a" }] },
      "Conflict",
      "'endpoints[1].resource' must differ from endpoints[0], got \"GET /a\"; keep one of the two",
    ],
    [
      "availability is perfect",
      { objectives: { availabilityPercent: 100 } },
      "OutOfRange",
      "'objectives.availabilityPercent' must be above 0 and below 100, got 100; give a share in percent, for example 99.9",
    ],
    [
      "a target is nothing",
      { objectives: { searchPercent: 0 } },
      "OutOfRange",
      "'objectives.searchPercent' must be above 0 and below 100, got 0; give a share in percent, for example 99.9",
    ],
    [
      "a target is no number",
      { objectives: { availabilityPercent: Number.NaN } },
      "OutOfRange",
      "'objectives.availabilityPercent' must be above 0 and below 100, got NaN; give a share in percent, for example 99.9",
    ],
    [
      "search may take no time",
      { objectives: { searchSeconds: 0 } },
      "OutOfRange",
      "'objectives.searchSeconds' must be at least 0.001, got 0; give it in seconds",
    ],
    [
      "the pool is empty",
      { maxChildren: 0 },
      "OutOfRange",
      "'maxChildren' must be at least 1, got 0; set 'maxChildren' within the bounds",
    ],
    [
      "there is no connection",
      { database: { user: "b2b", connections: 0 } },
      "OutOfRange",
      "'database.connections' must be at least 1, got 0; set 'database.connections' within the bounds",
    ],
    [
      "pages repeat without a pause",
      { renotifyMinutes: 0 },
      "OutOfRange",
      "'renotifyMinutes' must be at least 1, got 0; give whole minutes",
    ],
    [
      "pages repeat by parts of a minute",
      { renotifyMinutes: 1.5 },
      "NotInteger",
      "'renotifyMinutes' must be a whole number, got 1.5; round it",
    ],
    [
      "runbooks have no address",
      { runbookBaseUrl: "docs/runbooks" },
      "BadName",
      "'runbookBaseUrl' must be a web address, got \"docs/runbooks\"; give where the runbooks are published, for example https://docs.example.com/constructs",
    ],
    [
      "the service is no tag",
      { service: "f3 api" },
      "BadName",
      "'service' must be a tag value (letters, digits, '_', '-', '.', ':' and '/'), got \"f3 api\"; give it as Datadog shows it",
    ],
    [
      "the environment is empty",
      { environment: "" },
      "BadName",
      "'environment' must be a tag value (letters, digits, '_', '-', '.', ':' and '/'), got \"\"; give it as Datadog shows it",
    ],
    [
      "the environment cannot name a metric",
      { environment: "EU/live" },
      "BadName",
      "'environment' must be lower-case letters, digits, '_' and '.', from a letter on, at most 100, got \"b2b.EU/live\"; set 'metricPrefix'",
    ],
    [
      "the prefix cannot name a metric",
      { metricPrefix: "1st" },
      "BadName",
      "'metricPrefix' must be lower-case letters, digits, '_' and '.', from a letter on, at most 100, got \"1st\"; set 'metricPrefix'",
    ],
    [
      "an alert is named twice",
      { alerts: ["error-rate", "error-rate"] },
      "Conflict",
      "'alerts[1]' must be named once, got \"error-rate\"; keep one of the two",
    ],
    [
      "an alert watches a stage that is not there",
      { alerts: ["search-slow"], endpoints: [{ resource: "GET /stations" }] },
      "Missing",
      "'alerts[0]' must have an endpoint of stage search to watch, got \"search-slow\"; give the endpoint its 'stage', or leave it out",
    ],
    [
      "an alert lacks its limit",
      { alerts: ["fpm-busy"] },
      "Missing",
      "'maxChildren' must be set for alert \"fpm-busy\", got undefined; give pm.max_children of the pool",
    ],
    [
      "Datadog cannot see an alert",
      { alerts: ["dead-letters"] },
      "Conflict",
      '\'signal\' must be one that Datadog can see for alert "dead-letters", got "deadLetters"; nothing sends it to Datadog; review 002 uses Prometheus',
    ],
    [
      "no day is a working day",
      hours({ days: [] }),
      "Missing",
      "'businessHours.days' must name a day, got \"none\"; name some of MO, TU, WE, TH, FR, SA, SU",
    ],
    [
      "hours end before they begin",
      hours({ fromHour: 18, toHour: 8 }),
      "OutOfRange",
      "'businessHours.fromHour' must be below 'businessHours.toHour' (8), got 18; lower one or raise the other",
    ],
    [
      "an hour is not whole",
      hours({ fromHour: 8.5 }),
      "NotInteger",
      "'businessHours.fromHour' must be a whole number, got 8.5; round it",
    ],
    [
      "the grace is an hour",
      hours({ graceMinutes: 60 }),
      "OutOfRange",
      "'businessHours.graceMinutes' must be from 0 to 59, got 60; set 'businessHours.graceMinutes' within the bounds",
    ],
    [
      "the start is no date",
      hours({ since: "2026-02-30" }),
      "BadName",
      "'businessHours.since' must be a date, got \"2026-02-30\"; write it as 2026-01-05",
    ],
    [
      "the time zone is none",
      hours({ timezone: "Bangkok" }),
      "BadName",
      "'businessHours.timezone' must be a time zone, got \"Bangkok\"; give an IANA name, for example Asia/Bangkok",
    ],
  ])("%s", (_, props, code, message) => {
    expect(() => build(props)).toThrow(expect.objectContaining({ code, message: `Stack/B2B: ${message}` }));
  });

  test.each(["UTC", "Asia/Calcutta"])("a former name of a time zone is one too: %s", (timezone) => {
    expect(() => build(hours({ timezone }))).not.toThrow();
  });

  test("an alert is unknown, and names those that there are", () => {
    expect(() => build({ alerts: ["fpm"] })).toThrow(
      /^Stack\/B2B: 'alerts\[0\]' must be in the catalogue, got "fpm"; there are error-rate, booking-error-rate, /,
    );
  });

  test.each<
    [prop: string, where: string, fix: string, props: (value: number) => Partial<DatadogB2BDashboardProps>]
  >([
    [
      "maxChildren",
      ' for alert "fpm-busy"',
      "give pm.max_children of the pool",
      (maxChildren) => ({ maxChildren }),
    ],
    [
      "objectives.availabilityPercent",
      "",
      "give it as a literal",
      (availabilityPercent) => ({ objectives: { availabilityPercent } }),
    ],
    ["businessHours.fromHour", "", "give it as a literal", (fromHour) => hours({ fromHour })],
  ])("%s is a token, since it is written out at synth", (prop, where, fix, props) => {
    const scope = stack();
    const value = new TerraformVariable(scope, "value", { type: "number" }).numberValue;
    expect(() => build(props(value), scope)).toThrow(
      `Stack/B2B: '${prop}' must be known at synth${where}, got a token; ${fix}`,
    );
  });
});

test("names that only an apply can tell pass through", () => {
  const scope = stack();
  const text = (id: string) => new TerraformVariable(scope, id, {}).stringValue;
  const built = build(
    {
      service: text("service"),
      team: { name: text("team"), pagerDutyService: text("page"), slackChannel: text("channel") },
      runbookBaseUrl: text("runbooks"),
      metricPrefix: text("prefix"),
      alerts: ["error-rate"],
    },
    scope,
  );
  const [monitor] = Object.values(synth(built)["datadog_monitor"] ?? {});
  expect(monitor?.["message"]).toContain("{{#is_alert}} @pagerduty-${var.page} {{/is_alert}}");
  expect(monitor?.["query"]).toContain("sum:${var.prefix}.request.hits{*}");
});

test("the guide's example synthesises", () => {
  expect(Object.keys(synth(b2bDashboard(stack()))["datadog_monitor"] ?? {})).toHaveLength(10);
});

test("logical ids are contract", () => {
  const found = synth(build({ alerts: ["no-traffic"] }));
  expect(
    Object.keys(found).map((type) => [type, Object.keys(found[type] ?? {}).sort()[0]]),
  ).toMatchSnapshot();
});

test("the whole of a small one", () => {
  const endpoints = [{ resource: "GET /stations" }];
  expect(
    Testing.synth(TerraformStack.of(build({ endpoints, alerts: ["error-rate"] })), true),
  ).toMatchSnapshot();
});
