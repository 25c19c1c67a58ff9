import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import {
  type Alert,
  alertmanagerConfig,
  ALERTS as CATALOGUE,
  isUnseen,
  prometheusRulesYaml,
  ruleName,
  SIGNALS,
} from "../constructs/alerts";
import { SHOP_ALERTS } from "../stacks/shop/alerts";
import { promtoolTests, stepOf } from "./alert-cases";
import { SUBJECT } from "./alert-series";
import { tryFindOnPath } from "./cache";
import { describeWhen, type Requirement, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const RUNBOOKS = "https://runbooks.example.test";
const ALERTS = [...CATALOGUE, ...SHOP_ALERTS].filter(
  ({ condition }) => !isUnseen(SIGNALS[condition.signal].prometheus),
);

function program(name: string): Requirement {
  return required(name, tryFindOnPath(name));
}

function rules(alerts: readonly Alert[]): string {
  return prometheusRulesYaml({ name: "sandbox", alerts, subject: SUBJECT, runbookBaseUrl: RUNBOOKS });
}

describe("alerts", () => {
  let folder: string;

  beforeAll(() => {
    folder = temporaryFolder("alerts");
  });
  afterAll(() => removeFolder(folder));

  /** Writes a file and lets a program judge it; its output is the failure's message. */
  function judge(file: string, content: string, command: string, args: readonly string[]): string {
    const path = join(folder, file);
    writeFileSync(path, content);
    const { status, stdout, stderr } = spawnSync(command, [...args, path], { encoding: "utf8", cwd: folder });
    expect({ status, output: `${stdout}${stderr}` }).toEqual({ status: 0, output: expect.anything() });
    return stdout;
  }

  describeWhen([program("promtool")], "as Prometheus rules", () => {
    test("are a file that Prometheus loads", () => {
      const count = ALERTS.flatMap(({ condition }) => Object.keys(condition.thresholds)).length;
      const output = judge("rules.yml", rules(ALERTS), "promtool", ["check", "rules", "--lint-fatal"]);
      expect(output).toContain(`SUCCESS: ${count} rules found`);
    });

    test.each(ALERTS.map((alert) => [alert.id, alert] as const))("%s fires at its edge only", (id, alert) => {
      writeFileSync(join(folder, `${id}.rules.yml`), rules([alert]));
      const tests = promtoolTests(alert, `${id}.rules.yml`, stepOf(alert));
      judge(`${id}.tests.yml`, stringify(tests), "promtool", ["test", "rules"]);
    });
  });

  describeWhen([program("promtool")], "a counter that begins with its first event", () => {
    const [timeout] = ALERTS.filter(({ id }) => id === "saga-timeout");
    const series = (pod: string, instance: string) =>
      `shop_sagas_total{job="${SUBJECT.service}",outcome="timeout",pod="${pod}",instance="${instance}"}`;

    test.each([
      [
        "fires for a pod's first timeout, and clears",
        [{ series: series("otel-0", "orders-1"), values: "_x60 1x140" }],
        [0, 1, 0, 0],
      ],
      [
        "fires for the first of one replica while another has had some",
        [
          { series: series("otel-0", "orders-1"), values: "7x200" },
          { series: series("otel-0", "orders-2"), values: "_x60 1x140" },
        ],
        [0, 1, 0, 0],
      ],
      [
        "is silent when a replica moves to another collector with its old timeouts",
        [
          { series: series("otel-0", "orders-1"), values: "7x59 _x140" },
          { series: series("otel-1", "orders-1"), values: "_x60 7x140" },
        ],
        [0, 0, 0, 0],
      ],
      [
        "is silent after a scrape that failed for half an hour",
        [{ series: series("otel-0", "orders-1"), values: "7x45 _x120 7x40" }],
        [0, 0, 0, 0],
      ],
    ])("%s", (_, input_series, firing) => {
      if (timeout === undefined) throw new Error("saga-timeout is not in the catalogue");
      writeFileSync(join(folder, "first.rules.yml"), rules([timeout]));
      const alertname = ruleName(timeout);
      // Before the event at 60 intervals, just after it, when its window has passed, and after the gap that ends at 166.
      const moments = [40, 62, 100, 168];
      const promql_expr_test = moments.map((index, place) => ({
        expr: `count(ALERTS{alertname="${alertname}",alertstate="firing"}) or vector(0)`,
        eval_time: `${index * 15}s`,
        exp_samples: [{ labels: "{}", value: firing[place] }],
      }));
      const tests = {
        rule_files: ["first.rules.yml"],
        evaluation_interval: "15s",
        tests: [{ interval: "15s", input_series, promql_expr_test }],
      };
      judge("first.tests.yml", stringify(tests), "promtool", ["test", "rules"]);
    });
  });

  describeWhen([program("amtool")], "in Alertmanager", () => {
    const read = {
      slackUrlFile: "/run/secrets/slack",
      slackChannel: "#b2b-alerts",
      businessHours: { timezone: "Asia/Bangkok" },
    };
    const teams = {
      "with PagerDuty": alertmanagerConfig({ ...read, pagerDutyKeyFile: "/run/secrets/pagerduty" }),
      "without PagerDuty": alertmanagerConfig(read),
    };

    test.each(Object.entries(teams))("%s have a configuration that it loads", (_, config) => {
      const output = judge("alertmanager.yml", stringify(config), "amtool", ["check-config"]);
      expect(output).toContain("SUCCESS");
    });

    test.each(Object.keys(teams) as (keyof typeof teams)[])("%s, Watchdog reaches nobody", (team) => {
      const path = join(folder, "routes.yml");
      writeFileSync(path, stringify(teams[team]));
      const labels = ["alertname=Watchdog", "severity=none"];
      const args = ["config", "routes", "test", `--config.file=${path}`, ...labels];
      expect(spawnSync("amtool", args, { encoding: "utf8" }).stdout.trim()).toBe("nobody");
    });

    test.each([
      ["with PagerDuty", "critical", "always", "pagerduty"],
      ["with PagerDuty", "critical", "business-hours", "pagerduty"],
      ["with PagerDuty", "warning", "always", "slack"],
      ["with PagerDuty", "warning", "business-hours", "slack"],
      ["without PagerDuty", "critical", "always", "slack"],
      ["without PagerDuty", "critical", "business-hours", "slack"],
      ["without PagerDuty", "warning", "always", "slack"],
      ["without PagerDuty", "warning", "business-hours", "slack"],
    ] as const)("%s, %s that is active %s reaches %s", (team, severity, active, receiver) => {
      const path = join(folder, "routes.yml");
      writeFileSync(path, stringify(teams[team]));
      const { stdout } = spawnSync(
        "amtool",
        ["config", "routes", "test", `--config.file=${path}`, `severity=${severity}`, `active=${active}`],
        { encoding: "utf8" },
      );
      expect(stdout.trim()).toBe(receiver);
    });
  });
});
