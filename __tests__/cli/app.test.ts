import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, temporaryFolder } from "../helpers/folder";

const APP = join(__dirname, "..", "..", "bin", "app.js");

/** What cdktf runs, with what a user has set. */
function app(env: Readonly<Record<string, string>>) {
  const outdir = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [APP], {
    env: { PATH: process.env["PATH"], CDKTF_OUTDIR: outdir, ...env },
    encoding: "utf8",
  });
  return {
    status,
    stdout,
    stderr,
    stacks: Object.keys(filesBelow(outdir)).filter((it) => it.endsWith(".tf.json")),
  };
}

test.each<[Record<string, string>, string]>([
  [
    { ENVIRONMENT: "moon" },
    `'ENVIRONMENT' must be one of sandbox, staging, production, got "moon"; leave it out for the sandbox\n`,
  ],
  [{ OPTIONS: "partner-x" }, 'OPTIONS names "partner-x", which is no option; see config/reviews\n'],
  [
    { ENVIRONMENT: "sandbox", OPTIONS: "partner-a" },
    `partner-a: 'WEIGHBRIDGE_AWS_ACCOUNT_ID' must be given to deploy into "sandbox", got undefined; ` +
      "set WEIGHBRIDGE_AWS_ACCOUNT_ID to twelve digits, or name other options in OPTIONS\n",
  ],
])("with %j set, one line says what is wrong", (env, line) => {
  expect(app(env)).toEqual({ status: 2, stdout: "", stderr: line, stacks: [] });
});

test("with its account set, a stack is synthesised to be deployed", () => {
  const env = { ENVIRONMENT: "sandbox", OPTIONS: "partner-c", WEIGHBRIDGE_AWS_ACCOUNT_ID: "123456789012" };
  expect(app(env)).toMatchObject({ status: 0, stderr: "", stacks: ["stacks/partner-c/cdk.tf.json"] });
});

test("a defect is exit code 3 and one line, also where a module fails while it is loaded", () => {
  const file = join(temporaryFolder(), "broken.cjs");
  const code = `require("node:module").prototype.require = new Proxy(require("node:module").prototype.require, {
    apply(target, self, [name]) {
      if (name === "./stacks/app") throw new TypeError("x is not a function");
      return Reflect.apply(target, self, [name]);
    },
  });`;
  writeFileSync(file, code);
  const ran = app({ NODE_OPTIONS: `--require ${JSON.stringify(file)}` });
  expect(ran.status).toBe(3);
  expect(ran.stderr).toMatch(/^internal error: x is not a function; [^\n]+\n$/);
});
