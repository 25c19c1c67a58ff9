import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENVIRONMENTS } from "../config/environments";
import { providersOf, synthesise, synthesiseAll } from "./document";
import { MOTO_ACCOUNT, MOTO_REGION, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const OPTION = "partner-a";
const scratch = temporaryFolder("guards");
afterAll(() => removeFolder(scratch));

const stack = synthesise(OPTION, join(scratch, "sandbox"));
const { document } = stack;
const aws = providersOf(stack)["aws"];
if (aws === undefined) throw new Error(`${OPTION} no longer uses AWS`);

/** A folder with nothing in it but a document. */
function folderWith(content: object): string {
  const folder = temporaryFolder("guard");
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(content));
  return folder;
}

describeWhen([...terraformRequirements([aws]), ...MOTO_REQUIREMENTS], "the guards of an environment", () => {
  let moto: Moto;
  const folders: string[] = [];
  const terraform = (content: object, variables: Readonly<Record<string, string>>): Terraform => {
    const folder = folderWith(content);
    folders.push(folder);
    return new Terraform(folder, { ...moto.env, ...variables });
  };

  beforeAll(async () => {
    moto = await Moto.start();
  });
  afterAll(async () => {
    await moto?.stop();
    for (const folder of folders) await removeFolder(folder);
  });

  // The provider as the option has it, with one small resource.
  const { provider, variable = {} } = document as typeof document & {
    readonly provider: { readonly aws: unknown };
  };
  const guarded = {
    terraform: { required_providers: { aws } },
    provider: { aws: provider.aws },
    variable: Object.fromEntries(
      ["aws_account_id", "owner", "expires_on"].map((name) => [name, variable[name]]),
    ),
    resource: { aws_ecr_repository: { images: { name: "images", force_delete: true } } },
  };
  const tags = { TF_VAR_owner: "team-travel", TF_VAR_expires_on: "2100-01-31" };

  test("AWS is touched in the account that is named, and in no other", async () => {
    const wrong = terraform(guarded, { ...tags, TF_VAR_aws_account_id: "999999999999" });
    await wrong.init();
    await expect(wrong.plan()).rejects.toThrow(/AWS account ID not allowed: 123456789012/);

    const right = terraform(guarded, { ...tags, TF_VAR_aws_account_id: MOTO_ACCOUNT });
    await right.init();
    await right.apply();
    expect(JSON.stringify(await right.showJson())).toContain('"owner":"team-travel"');
    await right.destroy();
  });

  test("an owner that Google would refuse and a day that there is not are refused", async () => {
    const wrong = { TF_VAR_owner: "Team Travel", TF_VAR_expires_on: "2027-02-30" };
    const refused = terraform(guarded, { ...wrong, TF_VAR_aws_account_id: MOTO_ACCOUNT });
    await refused.init();
    await expect(refused.plan()).rejects.toThrow(
      /owner must be 1 to 63[\s\S]*expires_on must be a day|expires_on must be a day[\s\S]*owner must be 1 to 63/,
    );
  });

  test("the state of staging is kept in its bucket, locked, and in the account that is named", async () => {
    const { backend } = ENVIRONMENTS.staging;
    if (backend.kind !== "s3") throw new Error("staging no longer keeps its state in S3");
    await put(moto, backend.bucket);
    const staged = synthesise(OPTION, join(scratch, "staging"), {
      ENVIRONMENT: "staging",
      WEIGHBRIDGE_AWS_ACCOUNT_ID: MOTO_ACCOUNT,
    });
    // The settings as they are written, without the providers, which one small resource does not need.
    const { required_providers: _, ...settings } = staged.document.terraform;
    const content = { terraform: settings, resource: { terraform_data: { thing: { input: "1" } } } };
    const kept = terraform(content, {});
    await kept.init();
    await kept.apply();

    // From another folder, as another machine would.
    const again = terraform(content, {});
    await again.init();
    expect(await again.plan()).toBe("");
    await put(moto, `${backend.bucket}/weighbridge/staging/${OPTION}.tfstate.tflock`);
    await expect(again.plan()).rejects.toThrow(/acquiring the state lock/);

    const elsewhere = JSON.parse(JSON.stringify(settings).replace(MOTO_ACCOUNT, "999999999999"));
    await expect(terraform({ ...content, terraform: elsewhere }, {}).init()).rejects.toThrow(/not allowed/);
  });
});

describeWhen(terraformRequirements([]), "the guards of what has no account", () => {
  // Each variable as its option has it; which provider reads it makes no difference.
  const GUARDED = [
    {
      option: "partner-b",
      name: "kafka_bootstrap_servers",
      of: (host: string) => JSON.stringify([`${host}:9094`]),
    },
    { option: "shop-1-traditional", name: "docker_host", of: (host: string) => `ssh://deploy@${host}` },
    {
      option: "critter-rabbitmq-single",
      name: "rabbitmq_endpoint",
      of: (host: string) => `https://${host}:15671`,
    },
    { option: "f3-inside", name: "mariadb_endpoint", of: (host: string) => `${host}:3306` },
  ];
  const stacks = synthesiseAll(
    join(scratch, "hosts"),
    GUARDED.map(({ option }) => option),
  );
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map(removeFolder)));

  async function plan({ option, name, of }: (typeof GUARDED)[number], host: string): Promise<string> {
    const variable = stacks.find(({ id }) => id === option)?.document.variable?.[name];
    const read = { [name]: variable };
    const folder = folderWith({ variable: read, output: { value: { value: `\${var.${name}}` } } });
    folders.push(folder);
    const terraform = new Terraform(folder, { [`TF_VAR_${name}`]: of(host) });
    await terraform.init();
    return terraform.plan();
  }

  test.each(GUARDED)(
    "$name of production is refused in the sandbox, and one of the sandbox is not",
    async (each) => {
      await expect(plan(each, "one.production.example.com")).rejects.toThrow(
        new RegExp(
          `${each.name} must not be a host of another[\\s│]+environment: \\*.production.example.com`,
        ),
      );
      expect(await plan(each, "one.sandbox.example.com")).not.toBe("");
      expect(await plan(each, "127.0.0.1")).not.toBe("");
    },
  );
});

/** Makes a bucket, or an object in one. */
async function put(moto: Moto, path: string): Promise<void> {
  const authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/${MOTO_REGION}/s3/aws4_request`;
  const { status } = await fetch(`${moto.url}/${path}`, { method: "PUT", headers: { authorization } });
  expect(status).toBe(200);
}
