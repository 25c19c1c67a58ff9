import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { ALERTS, type Alert, alertmanagerConfig, prometheusRulesYaml } from "../constructs/alerts";
import { promtoolTests, stepOf } from "./alert-cases";
import { SUBJECT } from "./alert-series";
import { tryFindOnPath } from "./cache";
import { describeWhen, type Requirement, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";

const RUNBOOKS = "https://runbooks.example.test";

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
    const config = stringify(
      alertmanagerConfig({
        pagerDutyKeyFile: "/run/secrets/pagerduty",
        slackUrlFile: "/run/secrets/slack",
        slackChannel: "#b2b-alerts",
        businessHours: { timezone: "Asia/Bangkok" },
      }),
    );

    test("have a configuration that it loads", () => {
      expect(judge("alertmanager.yml", config, "amtool", ["check-config"])).toContain("SUCCESS");
    });

    test.each([
      ["critical", "always", "pagerduty"],
      ["critical", "business-hours", "pagerduty"],
      ["warning", "always", "slack"],
      ["warning", "business-hours", "slack"],
    ])("%s that is active %s reaches %s", (severity, active, receiver) => {
      const path = join(folder, "routes.yml");
      writeFileSync(path, config);
      const { stdout } = spawnSync(
        "amtool",
        ["config", "routes", "test", `--config.file=${path}`, `severity=${severity}`, `active=${active}`],
        { encoding: "utf8" },
      );
      expect(stdout.trim()).toBe(receiver);
    });
  });
});
