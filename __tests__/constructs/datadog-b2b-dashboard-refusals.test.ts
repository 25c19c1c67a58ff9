import { TerraformVariable } from "cdktf";
import type { DatadogB2BDashboardProps } from "../../constructs/datadog-b2b-dashboard";
import { build, datadogStack, PROPS } from "../helpers/datadog";

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
      "'team.pagerDutyService' must not be empty, got \"\"; an alert needs a recipient",
    ],
    [
      "the channel is empty",
      team({ slackChannel: "" }),
      "Missing",
      "'team.slackChannel' must not be empty, got \"\"; an alert needs a recipient",
    ],
    [
      "the team has no name",
      team({ name: "" }),
      "Missing",
      "'team.name' must not be empty, got \"\"; an alert needs a recipient",
    ],
    [
      "the page is another team's",
      { ...team({ pagerDutyService: "12Go-ops" }), foreignHandles: ["12go"] },
      "Conflict",
      "'team.pagerDutyService' must be of the own team, not one of 12go, got \"12Go-ops\"; name the team that owns the API",
    ],
    [
      "the channel is another team's",
      { ...team({ slackChannel: "alerts-12go" }), foreignHandles: ["12go"] },
      "Conflict",
      "'team.slackChannel' must be of the own team, not one of 12go, got \"alerts-12go\"; name the team that owns the API",
    ],
    [
      "the channel is one that the caller forbids",
      { foreignHandles: ["b2b"] },
      "Conflict",
      "'team.name' must be of the own team, not one of b2b, got \"b2b\"; name the team that owns the API",
    ],
    [
      "a handle has its mark",
      team({ slackChannel: "#b2b" }),
      "BadName",
      "'team.slackChannel' must be letters, digits, '-' and '_', got \"#b2b\"; omit '@', '#' and spaces",
    ],
    [
      "the account has a space",
      team({ slackAccount: "my account" }),
      "BadName",
      "'team.slackAccount' must be letters, digits, '-' and '_', got \"my account\"; omit '@', '#' and spaces",
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
      "'endpoints[0].resource' must not be empty, got \"\"; give it as shown in the trace explorer, for example GET /b2b/search",
    ],
    [
      "an endpoint is repeated",
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
      { database: { user: "b2b", connectionsPerHost: 0 } },
      "OutOfRange",
      "'database.connectionsPerHost' must be at least 1, got 0; set 'database.connectionsPerHost' within the bounds",
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
      "'service' must be a tag value (letters, digits, '_', '-', '.', ':' and '/'), got \"f3 api\"; give it as shown in Datadog",
    ],
    [
      "the environment is empty",
      { environment: "" },
      "BadName",
      "'environment' must be a tag value (letters, digits, '_', '-', '.', ':' and '/'), got \"\"; give it as shown in Datadog",
    ],
    [
      "the environment cannot name a metric",
      { environment: "EU/live" },
      "BadName",
      "'environment' must be lower-case letters, digits, '_' and '.', start with a letter, and have at most 100 characters, got \"b2b.EU/live\"; set 'metricPrefix'",
    ],
    [
      "the prefix cannot name a metric",
      { metricPrefix: "1st" },
      "BadName",
      "'metricPrefix' must be lower-case letters, digits, '_' and '.', start with a letter, and have at most 100 characters, got \"1st\"; set 'metricPrefix'",
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
      '\'signal\' must be one that Datadog can see for alert "dead-letters", got "deadLetters"; no integration sends it to Datadog',
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

  test("an alert is unknown, with the available ones", () => {
    expect(() => build({ alerts: ["fpm"] })).toThrow(
      /^Stack\/B2B: 'alerts\[0\]' must be in the catalogue, got "fpm"; available: error-rate, booking-error-rate, /,
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
    const scope = datadogStack();
    const value = new TerraformVariable(scope, "value", { type: "number" }).numberValue;
    expect(() => build(props(value), scope)).toThrow(
      `Stack/B2B: '${prop}' must be known at synth${where}, got a token; ${fix}`,
    );
  });
});
