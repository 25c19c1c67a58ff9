import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

/** What a refusal is: exit code 2, one line, nothing on stdout. */
async function refusal(
  args: readonly string[],
  cwd?: string,
  env?: Readonly<Record<string, string>>,
): Promise<string> {
  const ran = await inProcess(args, { cwd, env });
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(ran.stderr).toMatch(/^weighbridge: [^\n]+\n$/);
  return ran.stderr.trimEnd();
}

test.each([
  [
    ["compare", "partner-d"],
    'weighbridge: there is no option "partner-d"; did you mean partner-a, partner-b or partner-c?',
  ],
  [
    ["compare"],
    "weighbridge: name the options, or a review (000, 001, 002, 003, 004); `weighbridge options` lists them",
  ],
  [
    ["network", "explian", "ns/a", "ns/b:80"],
    'weighbridge: there is no option "explian"; did you mean explain?',
  ],
  [["compare", "xyz"], 'weighbridge: there is no option "xyz"; `weighbridge options` lists all'],
  [
    ["show", "partner"],
    'weighbridge: there is no option "partner"; did you mean partner-a, partner-b or partner-c?',
  ],
  [
    ["show"],
    "weighbridge: show one option, or one --from name=PATH; `weighbridge options` lists the options",
  ],
  [
    ["compare", "--from", "x"],
    'weighbridge: --from must be name=PATH, got "x"; for example --from mine=./cdktf.out',
  ],
  [
    ["compare", "partner-a", "--baseline", "partner-b"],
    "weighbridge: baseline 'partner-b' is not among the options compared; choose one of partner-a, previous",
  ],
  [
    ["compare", "--at", "noon"],
    "weighbridge: option '--at <point>' argument 'noon' is invalid; choose one of min, steady, max",
  ],
  [["measure"], "weighbridge: unknown command 'measure'; see `weighbridge --help`"],
  [["help", "cmpare"], "weighbridge: unknown command 'cmpare'; did you mean compare?"],
  [["show", "--bogus"], "weighbridge: unknown option '--bogus'; see `weighbridge show --help`"],
  [["report"], "weighbridge: required option '--out <file>' not specified; add --out <file>"],
])("%j is refused in one line", async (args, line) => {
  expect(await refusal(args)).toBe(line);
});

test("an environment that does not exist is refused", async () => {
  expect(await refusal(["compare", "partner-b"], undefined, { ENVIRONMENT: "moon" })).toBe(
    `weighbridge: 'ENVIRONMENT' must be one of sandbox, staging, production, got "moon"; leave it out for the sandbox`,
  );
});

test.each([
  [
    { WEIGHBRIDGE_AWS_ACCOUNT_ID: "12345" },
    `weighbridge: 'WEIGHBRIDGE_AWS_ACCOUNT_ID' must be twelve digits, got "12345"; ` +
      "set it to the account to deploy into",
  ],
])("%j is refused, and nothing is written", async (env, line) => {
  const folder = temporaryFolder();
  expect(await refusal(["synth", "partner-b", "--output", "new/out"], folder, env)).toBe(line);
  expect(existsSync(join(folder, "new"))).toBe(false);
});

test.each([
  ["a missing file", () => "nowhere", /nowhere/],
  ["an empty folder", (folder: string) => folderWith(folder, {}), /input/],
  [
    "broken JSON",
    (folder: string) => fileWith(folder, '{\n  "resource": {,\n}'),
    /file\.tf\.json.*(line 2|2:)/,
  ],
  [
    "foreign JSON",
    (folder: string) => fileWith(folder, '{"name": "left-pad", "version": "1.0.0"}'),
    /file\.tf\.json/,
  ],
])("%s is refused with its name", async (_, prepare, expected) => {
  const folder = temporaryFolder();
  expect(await refusal(["compare", "--from", `mine=${prepare(folder)}`], folder)).toMatch(expected);
});

function folderWith(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, "input"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "input", name), text);
  return "input";
}

function fileWith(folder: string, text: string): string {
  writeFileSync(join(folder, "file.tf.json"), text);
  return "file.tf.json";
}
