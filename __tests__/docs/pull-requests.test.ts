import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { inProcess } from "../helpers/command";

const ROOT = join(__dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/pull-requests.md"), "utf8");
const examples = [...PAGE.matchAll(/^```console\n\$ weighbridge (.*)\n([\s\S]*?)```$/gm)];

test("the page shows commands", () => expect(examples).toHaveLength(3));

test.each(examples.map(([, command = "", output = ""]) => [command, output]))(
  "weighbridge %s",
  async (command, output) => {
    const { status, stdout } = await inProcess(command.split(" "), { cwd: ROOT, env: { COLUMNS: "80" } });
    // The budget of the example is exceeded.
    expect({ status, stdout }).toEqual({ status: command.includes("--budget") ? 1 : 0, stdout: output });
  },
);

test("the page shows the budget, and every input of the action that it names exists", () => {
  expect(PAGE).toContain(readFileSync(join(ROOT, "docs/examples/pull-request/budget.yaml"), "utf8"));
  const { inputs } = parse(readFileSync(join(ROOT, ".github/actions/weighbridge/action.yml"), "utf8"));
  const rows = [
    ...PAGE.matchAll(
      /^\| (`[a-z`, ]+`) \| (?:paths of plans|what builds|file or folder|`npm ci`|as on|how the|may write)/gm,
    ),
  ];
  const named = rows.flatMap(([, cell = ""]) => cell.replaceAll("`", "").split(", "));
  expect(named).toHaveLength(12);
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(named));
});
