import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";

const ROOT = join(__dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/sensitivity.md"), "utf8");
const examples = [...PAGE.matchAll(/^```console\n\$ weighbridge (.*)\n([\s\S]*?)```$/gm)];

test("the page shows commands", () => expect(examples).toHaveLength(2));

test.each(examples.map(([, command = "", output = ""]) => [command, output]))(
  "weighbridge %s",
  async (command, output) => {
    const { status, stdout } = await inProcess(command.split(" "), { cwd: ROOT, env: { COLUMNS: "80" } });
    expect({ status, stdout: stdout.replaceAll("\r", "") }).toEqual({ status: 0, stdout: output });
  },
);
