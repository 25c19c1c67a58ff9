import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatadogProvider } from "@cdktf/provider-datadog/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { DatadogB2BDashboard } from "../constructs/datadog-b2b-dashboard";
import { DatadogStandIn } from "./datadog-stand-in";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const PROVIDER = { source: "DataDog/datadog", version: "3.82.0" };

describeWhen(terraformRequirements([PROVIDER]), "a dashboard in a stand-in for Datadog", () => {
  const folder = temporaryFolder("datadog");
  let datadog: DatadogStandIn;
  let terraform: Terraform;
  let monitorCount: number;

  beforeAll(async () => {
    datadog = await DatadogStandIn.start();
    const stack = new TerraformStack(new App({ stackTraces: false }), "datadog");
    // Without its own check of the keys, which asks Datadog.
    new DatadogProvider(stack, "Datadog", {
      apiUrl: datadog.url,
      apiKey: "none",
      appKey: "none",
      validate: "false",
    });
    const built = new DatadogB2BDashboard(stack, "B2B", {
      service: "f3",
      environment: "production",
      endpoints: [
        { resource: "GET /search", stage: "search" },
        { resource: "POST /checkout", stage: "checkout" },
        { resource: "POST /reserve", stage: "reserve" },
        { resource: "POST /confirm", stage: "confirm" },
        { resource: 'GET "quoted" \\ stations' },
      ],
      team: { name: "b2b", pagerDutyService: "b2b-api", slackChannel: "b2b-alerts", slackAccount: "travel" },
      runbookBaseUrl: "https://docs.example.test",
      businessHours: { timezone: "Asia/Bangkok", since: "2026-01-05" },
      maxChildren: 40,
      database: { user: "b2b", connectionsPerHost: 10 },
      validate: false,
    });
    monitorCount = built.monitors.size;
    writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
    terraform = new Terraform(folder, {});
    await terraform.init();
    await terraform.apply();
  });
  afterAll(async () => {
    await datadog?.stop();
    await removeFolder(folder);
  });

  test("is taken by the real provider, in calls that Datadog describes", () => {
    expect(datadog.unknown).toEqual([]);
    expect(datadog.dashboards.all).toHaveLength(1);
    expect(datadog.monitors.all).toHaveLength(monitorCount);
    expect(datadog.objectives.all).toHaveLength(2);
    expect(datadog.slackChannels.all).toMatchObject([{ name: "#b2b-alerts" }]);
    expect(datadog.downtimes.all).toHaveLength(1);
  });

  test("notifies the owning team of every state of every monitor, and nobody else", () => {
    for (const { message } of datadog.monitors.all) {
      const handles = [...String(message).matchAll(/(?<=\s)@\S+/g)].map(([handle]) => handle);
      expect(handles.length).toBeGreaterThan(0);
      for (const handle of handles) expect(handle).toMatch(/^@(pagerduty-b2b-api|slack-travel-b2b-alerts)$/);
    }
  });

  test("keeps what it receives, so that the second plan is empty", async () => {
    expect(await terraform.plan()).toBe("");
  });

  test("is gone after a destroy", async () => {
    await terraform.destroy();
    expect(datadog.count).toBe(0);
  });
});
