import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { PagerDutyRotation, PagerdutyProvider } from "../constructs/pagerduty-rotation";
import { PagerDutyStandIn } from "./pagerduty-stand-in";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const PROVIDER = { source: "PagerDuty/pagerduty", version: "~> 3.30" };
const EMAILS = ["ada@example.test", "grace@example.test"];

describeWhen(terraformRequirements([PROVIDER]), "a rotation in a stand-in for PagerDuty", () => {
  const folder = temporaryFolder("pagerduty");
  let pagerDuty: PagerDutyStandIn;
  let terraform: Terraform;

  beforeAll(async () => {
    pagerDuty = await PagerDutyStandIn.start(EMAILS);
    const stack = new TerraformStack(new App({ stackTraces: false }), "pagerduty");
    const token = new TerraformVariable(stack, "token", { type: "string", sensitive: true });
    const provider = new PagerdutyProvider(stack, "PagerDuty", { token: token.stringValue });
    provider.addOverride("api_url_override", pagerDuty.url);
    provider.addOverride("skip_credentials_validation", true);
    const rotation = new PagerDutyRotation(stack, "OnCall", {
      name: "shop",
      emails: EMAILS,
      start: "2026-01-05T09:00:00+01:00",
      timeZone: "Europe/Berlin",
    });
    rotation.addVendor("Azure", "Microsoft Azure");
    writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
    terraform = new Terraform(folder, { TF_VAR_token: "none" });
    await terraform.init();
    await terraform.apply();
  });
  afterAll(async () => {
    await pagerDuty?.stop();
    await removeFolder(folder);
  });

  test("is taken by the real provider, first by turns and then to everybody", () => {
    expect(pagerDuty.unknown).toEqual([]);
    const rules = pagerDuty.all("escalation_policies").flatMap((policy) => policy["escalation_rules"]);
    const targets = (rules as { targets: { type: string }[] }[]).map(({ targets: all }) =>
      all.map(({ type }) => type),
    );
    expect(targets).toEqual([["schedule_reference"], ["user_reference", "user_reference"]]);
  });

  test("reads what Azure sends as that vendor's", () => {
    expect(pagerDuty.all("integrations")).toContainEqual(
      expect.objectContaining({ vendor: expect.objectContaining({ id: "PAZURE" }) }),
    );
  });

  test("keeps what it receives, so that the second plan is empty", async () => {
    expect(await terraform.plan()).toBe("");
  });

  test("is gone after a destroy", async () => {
    await terraform.destroy();
    expect(["schedules", "escalation_policies", "services"].flatMap((kind) => pagerDuty.all(kind))).toEqual(
      [],
    );
  });
});
