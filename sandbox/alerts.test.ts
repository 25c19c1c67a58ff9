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
