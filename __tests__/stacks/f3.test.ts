import { ENVIRONMENTS } from "../../config/environments";
import { F3 } from "../../config/reviews/000-inside-f3/application";
import { addTo } from "../../stacks/f3/inside";
import { at, type Json, listAt, quietApp, synth, warnings } from "../helpers/synth";

const stack = addTo(quietApp(), ENVIRONMENTS.sandbox);
const json = synth(stack);

test("f3-inside adds what the review recommends, and nothing that runs", () => {
  expect(Object.fromEntries(json.types.map((type) => [type, json.ids(type)]))).toMatchSnapshot();
  expect(
    json.types.filter((type) => /instance|kubernetes|ecs|lambda|_lb|elasticache|db_/.test(type)),
  ).toEqual([]);
});

test("finds the 8 hosts, and refuses more or fewer", () => {
  const hosts = at(json.block("data"), "aws_instances.Hosts");
  expect(hosts).toMatchObject({ instance_tags: { Service: "f3" }, instance_state_names: ["running"] });
  expect(at(hosts, "lifecycle.postcondition.0.condition")).toBe("${length(self.ids) == 8}");
});

test("shares 80 connections out over the 8 hosts, in one account each", () => {
  const user = json.only("mysql_user");
  expect(user).toMatchObject({
    for_each: "${toset(data.aws_instances.Hosts.private_ips)}",
    host: "${each.value}",
    user: "b2b",
    max_user_connections: 10,
    max_statement_time: 30,
  });
  expect(json.only("mysql_grant")).toMatchObject({
    for_each: "${toset(data.aws_instances.Hosts.private_ips)}",
    host: "${each.value}",
    database: "f3",
    privileges: ["SELECT", "INSERT", "UPDATE", "DELETE"],
  });
});

test("watches as many connections as are granted", () => {
  const queries = json.all("datadog_monitor").map((monitor) => String(at(monitor, "query")));
  expect(
    queries.filter((query) => query.includes("processlist_user:b2b} by {processlist_host} / 10 >")),
  ).toHaveLength(1);
});

describe("a flag for each of the 13 endpoints", () => {
  const content = String(at(json.only("aws_appconfig_hosted_configuration_version"), "content"));

  test("the search by its name, the others by number", () => {
    expect(F3.endpoints.map(({ flag }) => flag)).toEqual([
      "search",
      ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"].map((n) => `endpoint_${n}`),
    ]);
    for (const { flag } of F3.endpoints) {
      expect(content).toContain(`"${flag}" = {"enabled" = !contains(var.disabled_endpoints, "${flag}")}`);
    }
  });

  test("go off on all hosts at once, and on slowly", () => {
    const [off, release] = ["at-once", "release"].map((name) =>
      json.named("aws_appconfig_deployment_strategy", `f3-inside-sandbox-${name}`),
    );
    expect(off).toMatchObject({
      growth_factor: 100,
      deployment_duration_in_minutes: 0,
      final_bake_time_in_minutes: 0,
    });
    expect(release).toMatchObject({
      growth_factor: 20,
      deployment_duration_in_minutes: 10,
      final_bake_time_in_minutes: 10,
    });
    expect(at(json.only("aws_appconfig_deployment"), "deployment_strategy_id")).toMatch(
      /^\$\{var\.at_once \? aws_appconfig_deployment_strategy\.Flags_AtOnce_\w+\.id : aws_appconfig_deployment_strategy\.Flags_Release_\w+\.id}$/,
    );
  });

  test("are taken back by an alarm that AppConfig may read", () => {
    const monitor = at(json.only("aws_appconfig_environment"), "monitor.0");
    expect(at(monitor, "alarm_arn")).toMatch(/^\$\{aws_cloudwatch_metric_alarm\./);
    expect(at(monitor, "alarm_role_arn")).toMatch(/^\$\{aws_iam_role\./);
    expect(json.only("aws_cloudwatch_metric_alarm")).toMatchObject({
      threshold: 15,
      evaluation_periods: 2,
      treat_missing_data: "notBreaching",
    });
    expect(String(at(json.only("aws_iam_role"), "assume_role_policy"))).toContain("appconfig.amazonaws.com");
  });

  test("can be read by the hosts, which may count requests in one namespace only", () => {
    const [flags, metrics] = listAt(
      JSON.parse(String(at(json.only("aws_iam_policy"), "policy"))) as Json,
      "Statement",
    );
    expect(at(flags, "Action")).toContain("appconfig:GetLatestConfiguration");
    expect(at(flags, "Resource")).toMatch(
      /^\$\{aws_appconfig_environment\.\w+\.arn}\/configuration\/\$\{aws_appconfig_/,
    );
    expect(at(metrics, "Action")).toBe("cloudwatch:PutMetricData");
    expect(at(metrics, "Condition.StringEquals")).toEqual({ "cloudwatch:namespace": "f3/b2b" });
    expect(Object.keys(json.block("output"))).toEqual(
      expect.arrayContaining(["host_policy_arn", "appconfig_application_id", "appconfig_profile_id"]),
    );
  });

  test("none can be switched off that there is not", () => {
    const variable = at(json.block("variable"), "disabled_endpoints");
    expect(at(variable, "default")).toEqual([]);
    expect(at(variable, "validation.0.condition")).toContain('contains(["search","endpoint_02"');
  });
});

test("pages the own team and nobody of 12go", () => {
  const messages = json.all("datadog_monitor").map((monitor) => String(at(monitor, "message")));
  expect(messages).not.toEqual([]);
  for (const message of messages) {
    expect(message).toMatch(/@(pagerduty-b2b-api|slack-b2b-alerts)/);
    expect(message.match(/@[\w-]+/g)?.filter((handle) => !handle.includes("b2b"))).toEqual([]);
  }
});

test("has objectives of its own, for all requests and for the search", () => {
  const names = json.all("datadog_service_level_objective").map((objective) => at(objective, "name"));
  expect(names.sort()).toEqual(["B2B API (sandbox): availability", "B2B API (sandbox): fast search"]);
});

test("has no secret that is written to plan or state", () => {
  const variables = json.block("variable");
  for (const name of ["mariadb_admin_password", "b2b_database_password"]) {
    expect(variables[name]).toMatchObject({ sensitive: true, ephemeral: true });
  }
  const user = json.only("mysql_user") as Json;
  expect(user["password_wo"]).toBe("${var.b2b_database_password}");
  expect(Object.keys(user)).not.toEqual(expect.arrayContaining(["password"]));
  expect(Object.keys(user)).not.toContain("plaintext_password");
});

test("pins its providers", () => {
  const providers = at(json.block("terraform"), "required_providers") as Json;
  expect(providers["mysql"]).toEqual({ source: "petoju/mysql", version: "3.0.94" });
  for (const provider of Object.values(providers)) expect(at(provider, "version")).toMatch(/\d/);
});

test("says that the endpoints' names are stand-ins", () => {
  expect(warnings(stack)).toHaveLength(1);
  expect(warnings(stack)[0]).toContain("specified: 13 endpoints, of which");
  expect(listAt(json.block("provider"), "aws")).toMatchObject([
    { allowed_account_ids: ["${var.aws_account_id}"] },
  ]);
});
