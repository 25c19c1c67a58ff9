import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { AwsStandIn } from "./aws-stand-in";
import { providersOf, stackIn, synthesise } from "./document";
import { inputsFor } from "./inputs";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "./moto";
import { describeWhen } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { terraformRequirements } from "./terraform";
import { terraformEnv } from "./terraform/environment";

/** Needs no provider but AWS's. */
const OPTION = "laravel-eks";
const STACK = `${OPTION}-platform`;
const ROOT = join(__dirname, "..");
const CDKTF = join(ROOT, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

const scratch = temporaryFolder("cdktf-command");
afterAll(() => removeFolder(scratch));

synthesise(OPTION, join(scratch, "compared"));
const compared = stackIn(join(scratch, "compared"), STACK);

/** Checksums for other platforms come only from the registry, and a mirror is enough for the rest. */
const FROM_MIRROR = ["--skip-provider-lock"];

/** Account and Terraform variables, each as docs/environments.md gives it: the account not as a Terraform variable. */
const { TF_VAR_aws_account_id: _, ...variables } = inputsFor(compared.document, {});
const DEPLOYER = {
  ENVIRONMENT: "sandbox",
  OPTIONS: OPTION,
  WEIGHBRIDGE_AWS_ACCOUNT_ID: MOTO_ACCOUNT,
  ...variables,
};

interface Ran {
  readonly exitCode: number | null;
  /** Both streams without colours, frames and line breaks. */
  readonly output: string;
}

/** Runs the real command in the project's folder, and writes below the scratch folder. */
function cdktf(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const work = join(scratch, "project");
  mkdirSync(work, { recursive: true });
  const command = [CDKTF, ...args, "--output", join(work, "cdktf.out")];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...terraformEnv(work, env), CI: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (exitCode) => {
      resolve({ exitCode, output: plain(Buffer.concat(output).toString()) });
    });
  });
}

function plain(output: string): string {
  return stripVTControlCharacters(output).replace(/[│╷╵\s]+/g, " ");
}

test("the cdktf command passes the account on to synthesis, and says what is missing without it", async () => {
  const { WEIGHBRIDGE_AWS_ACCOUNT_ID: __, ...without } = DEPLOYER;
  const refused = await cdktf(["synth"], { ...without, TF_VAR_aws_account_id: MOTO_ACCOUNT });
  expect(refused.exitCode).not.toBe(0);
  expect(refused.output).toContain("set WEIGHBRIDGE_AWS_ACCOUNT_ID to twelve digits");

  expect(await cdktf(["synth"], DEPLOYER)).toMatchObject({ exitCode: 0 });
  const { variable } = stackIn(join(scratch, "project", "cdktf.out"), STACK).document;
  expect(variable?.["aws_account_id"]).toMatchObject({ default: MOTO_ACCOUNT });
});

describeWhen(
  [...MOTO_REQUIREMENTS, ...terraformRequirements(Object.values(providersOf(compared)))],
  `cdktf diff and deploy of ${STACK}`,
  () => {
    let moto: Moto;
    let standIn: AwsStandIn;
    let env: Readonly<Record<string, string>>;

    beforeAll(async () => {
      moto = await Moto.start();
      standIn = await AwsStandIn.start();
      env = { ...moto.env, ...standIn.env, ...DEPLOYER };
    });
    afterAll(async () => {
      await standIn?.stop();
      await moto?.stop();
    });

    test("another account is rejected before anything is created", async () => {
      const wrong = await cdktf(["diff", STACK, ...FROM_MIRROR], {
        ...env,
        TF_VAR_aws_account_id: "999999999999",
      });
      expect(wrong.exitCode).not.toBe(0);
      expect(wrong.output).toContain(`aws_account_id must be ${MOTO_ACCOUNT}`);
    });

    test("the sandbox account is planned into and deployed into", async () => {
      const planned = await cdktf(["diff", STACK, ...FROM_MIRROR], env);
      expect(planned).toMatchObject({
        exitCode: 0,
        output: expect.stringMatching(/Plan: \d+ to add, 0 to change/),
      });
      const deployed = await cdktf(["deploy", STACK, ...FROM_MIRROR, "--auto-approve"], env);
      expect(deployed).toMatchObject({ exitCode: 0, output: expect.stringContaining("Apply complete!") });
    });
  },
);
