import { join } from "node:path";
import { AwsStandIn } from "./aws-stand-in";
import { providersOf, type Stack, synthesiseAll } from "./document";
import { inputsFor, SECRET } from "./inputs";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

/** Stacks that make a cluster and its stores on AWS. */
const PLATFORMS = ["laravel-eks-platform"];

/** moto keeps the parameters of a group, and answers without them. */
const FORGOTTEN = ["aws_db_parameter_group.DatabaseParameters"];

const scratch = temporaryFolder("platforms");
afterAll(() => removeFolder(scratch));

const OPTIONS = PLATFORMS.map((id) => id.replace(/-platform$/, ""));
const STACKS = synthesiseAll(join(scratch, "cdktf.out"), OPTIONS).filter(({ id }) => PLATFORMS.includes(id));
const PROVIDERS = STACKS.flatMap((stack) => Object.values(providersOf(stack)));

// Not skipped with the rest, so that the folder is removed in any case.
test("a platform is synthesised for each option on EKS", () => {
  expect(STACKS.map(({ id }) => id)).toEqual(PLATFORMS);
});

describeWhen(
  [...MOTO_REQUIREMENTS, ...terraformRequirements(PROVIDERS)],
  "platforms on AWS, as far as moto and the stand-in answer",
  () => {
    // Its tests follow one another, as the life of a deployment does.
    describe.each(STACKS)("$id", ({ folder, document }: Stack) => {
      let moto: Moto;
      let standIn: AwsStandIn;
      let terraform: Terraform;

      beforeAll(async () => {
        moto = await Moto.start();
        standIn = await AwsStandIn.start(moto.url);
        const inputs = inputsFor(document, { aws_account_id: MOTO_ACCOUNT });
        terraform = new Terraform(folder, { ...moto.env, ...standIn.env, ...inputs });
        await terraform.init();
      });
      afterAll(async () => {
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
        expect(changes.map(([, address]) => address)).toEqual(FORGOTTEN);
      });

      test("can be destroyed", async () => {
        await terraform.destroy();
      });
    });
  },
);
