import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformOutput, TerraformStack, Testing } from "cdktf";
import { secretVariable } from "../constructs/core";
import { HarborProject, HarborProvider } from "../constructs/harbor-project";
import { HarborStandIn } from "./harbor-stand-in";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const PROVIDER = { source: "goharbor/harbor", version: "~> 3.12" };
const SECRETS = { swarm: "Secret-of-the-nodes-1", ci: "Secret-of-the-pipeline-1" };

describeWhen(terraformRequirements([PROVIDER]), "a project in a stand-in for Harbor", () => {
  const folder = temporaryFolder("harbor");
  let harbor: HarborStandIn;

  beforeAll(async () => {
    harbor = await HarborStandIn.start();
  });
  afterAll(async () => {
    await harbor?.stop();
    await removeFolder(folder);
  });

  async function terraformOf(secretVersion: number, swarmSecret: string): Promise<Terraform> {
    const stack = new TerraformStack(new App({ stackTraces: false }), "harbor");
    new HarborProvider(stack, "Harbor", { url: harbor.url, username: "admin", password: "none" });
    const secret = (name: string) => secretVariable(stack, `${name}_secret`, `Secret of ${name}`);
    const images = new HarborProject(stack, "Images", {
      name: "ecommerce",
      robots: [
        { name: "swarm", may: "pull", secret: secret("swarm"), secretVersion },
        { name: "ci", may: "push", secret: secret("ci"), lifetimeDays: 90 },
      ],
      storageGiB: 1,
      preventDestroy: false,
    });
    new TerraformOutput(stack, "login", { value: images.logins.get("swarm") });
    writeFileSync(join(folder, "main.tf.json"), Testing.synth(stack, true));
    const terraform = new Terraform(folder, {
      TF_VAR_swarm_secret: swarmSecret,
      TF_VAR_ci_secret: SECRETS.ci,
    });
    await terraform.init();
    return terraform;
  }

  test("is taken by the real provider, and nothing is left to change", async () => {
    const terraform = await terraformOf(1, SECRETS.swarm);
    await terraform.apply();
    expect(harbor.unknown).toEqual([]);
    expect(harbor.projects.all).toMatchObject([{ name: "ecommerce", metadata: { public: "false" } }]);
    expect(harbor.robots.all.map(({ name }) => name).sort()).toEqual([
      "robot$ecommerce+ci",
      "robot$ecommerce+swarm",
    ]);
    expect(await terraform.plan()).toBe("");
  });

  test("gives robots their secrets, and none to the state", async () => {
    expect(Object.fromEntries(harbor.secrets)).toEqual({
      "robot$ecommerce+swarm": SECRETS.swarm,
      "robot$ecommerce+ci": SECRETS.ci,
    });
    const state = JSON.stringify(await (await terraformOf(1, SECRETS.swarm)).showJson());
    for (const secret of Object.values(SECRETS)) expect(state).not.toContain(secret);
    expect(state).not.toContain("what Harbor made up");
    expect(state).toContain('"login":{"sensitive":false,"value":"robot$ecommerce+swarm"');
  });

  test("writes a secret again when its version is raised", async () => {
    const next = "Next-secret-of-the-nodes-2";
    await (await terraformOf(2, next)).apply();
    expect(harbor.secrets.get("robot$ecommerce+swarm")).toBe(next);
  });

  test("is gone after a destroy", async () => {
    await (await terraformOf(2, SECRETS.swarm)).destroy();
    expect([...harbor.projects.all, ...harbor.robots.all]).toEqual([]);
  });
});
