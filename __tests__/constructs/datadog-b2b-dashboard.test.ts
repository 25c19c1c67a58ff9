import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { b2bDashboard } from "../../docs/examples/datadog-b2b-dashboard";
import { build, dashboard, datadogStack, outline, panel, synth, type Widget } from "../helpers/datadog";

describe("the dashboard", () => {
  test("is ordered from objectives to saturation", () => {
    expect(
      outline({ maxChildren: 40, database: { user: "b2b", connectionsPerHost: 10 }, title: "Partner API" }),
    ).toEqual([
      ["1 Service levels", ["slo", "slo", "Burn rate of the error budget (1 lasts the month)", "Monitors"]],
      [
        "2 Requests by endpoint and client",
        [
          "Rate by endpoint, per second",
          "Share that fails by endpoint",
          "95th percentile by endpoint, seconds",
          "Rate by client, per second",
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
    expect(panel("Burn rate of the error budget (1 lasts the month)")?.markers).toEqual([
      { value: "y = 14.4", display_type: "error dashed" },
      { value: "y = 6", display_type: "warning dashed" },
    ]);
  });

  test("uses nothing that the provider retires", () => {
    const text = Testing.synth(TerraformStack.of(build()), true);
    expect(text).not.toMatch(/"locked"|"default":/);
  });
});

test("tokens of names pass through", () => {
  const scope = datadogStack();
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
  expect(Object.keys(synth(b2bDashboard(datadogStack()))["datadog_monitor"] ?? {})).toHaveLength(10);
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
