import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AwsStandIn } from "./aws-stand-in";
import { CloudAmqpStandIn } from "./cloudamqp-stand-in";
import { providersOf, type Stack, synthesiseAll } from "./document";
import { inputsFor, SECRET } from "./inputs";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "./moto";
import { PagerDutyStandIn } from "./pagerduty-stand-in";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

/** Stacks that make a cluster and its stores on a cloud that nothing here stands in for. */
const ELSEWHERE = [
  ...["critter-aks-platform", "critter-gke-platform"],
  ...["laravel-aks-platform", "laravel-gke-platform"],
];

/** Stacks that make a cluster and its stores on AWS, or a broker at CloudAMQP. */
const PLATFORMS = ["critter-eks-platform", "critter-rabbitmq-managed-platform", "laravel-eks-platform"];

/** moto keeps the parameters of a group, and answers without them. */
const FORGOTTEN = /^aws_db_parameter_group\.\w+$/;

const scratch = temporaryFolder("platforms");
afterAll(() => removeFolder(scratch));

const OPTIONS = [...PLATFORMS, ...ELSEWHERE].map((id) => id.replace(/-platform$/, ""));
const ALL = synthesiseAll(join(scratch, "cdktf.out"), OPTIONS);
const STACKS = ALL.filter(({ id }) => PLATFORMS.includes(id));
const PROVIDERS = STACKS.flatMap((stack) => Object.values(providersOf(stack)));

/** Its provider takes another address from its own block alone, and else asks PagerDuty about the token. */
function enterPagerDuty({ folder, document }: Pick<Stack, "folder" | "document">, url: string): void {
  const { provider } = document as unknown as { provider: Record<string, Record<string, unknown>[]> };
  for (const block of provider["pagerduty"] ?? [])
    Object.assign(block, { api_url_override: url, skip_credentials_validation: true });
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(document));
}

// Not skipped with the rest, so that the folder is removed in any case.
test("each platform is synthesised", () => {
  expect(STACKS.map(({ id }) => id)).toEqual(PLATFORMS);
});

describeWhen(
  [...MOTO_REQUIREMENTS, ...terraformRequirements(PROVIDERS)],
  "platforms, as far as moto and the stand-ins answer",
  () => {
    // Its tests follow one another. Nothing is destroyed: the provider would wait for a minute, and moto forgets all
    // with its process.
    describe.each(STACKS)("$id", ({ folder, document }: Stack) => {
      let moto: Moto;
      let standIn: AwsStandIn;
      let cloudAmqp: CloudAmqpStandIn;
      let pagerDuty: PagerDutyStandIn;
      let terraform: Terraform;

      beforeAll(async () => {
        moto = await Moto.start();
        standIn = await AwsStandIn.start();
        cloudAmqp = await CloudAmqpStandIn.start();
        const inputs = inputsFor(document, { aws_account_id: MOTO_ACCOUNT });
        const onCall = JSON.parse(inputs["TF_VAR_oncall_emails"] ?? "[]") as string[];
        pagerDuty = await PagerDutyStandIn.start(onCall);
        enterPagerDuty({ folder, document }, pagerDuty.url);
        terraform = new Terraform(folder, { ...moto.env, ...standIn.env, ...cloudAmqp.env, ...inputs });
        await terraform.init();
      });
      afterAll(async () => {
        await pagerDuty?.stop();
        await cloudAmqp?.stop();
        await standIn?.stop();
        await moto?.stop();
      });

      test("is valid for the real provider, and applies", async () => {
        await terraform.validate();
        await terraform.apply();
      });

      test("keeps no secret in the state", async () => {
        const state = JSON.stringify(await terraform.showJson());
        expect(state).not.toContain(SECRET);
      });

      test("has nothing left to change, but for what moto does not read back", async () => {
        const changes = [...(await terraform.plan()).matchAll(/^ {2}# (\S+) (?:will|must) be /gm)];
        const others = changes
          .map(([, address = ""]) => address)
          .filter((address) => !FORGOTTEN.test(address));
        expect(others).toEqual([]);
      });
    });
  },
);

describe.each(ALL.filter(({ id }) => ELSEWHERE.includes(id)))("$id", (stack) => {
  describeWhen(terraformRequirements(Object.values(providersOf(stack))), `${stack.id}, not applied`, () => {
    test("is valid for the real providers", async () => {
      const terraform = new Terraform(stack.folder, {});
      await terraform.init();
      await terraform.validate();
    });
  });
});
