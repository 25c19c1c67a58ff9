import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";

const PAGE = readFileSync(join(__dirname, "../../docs/check.md"), "utf8");
const examples = [...PAGE.matchAll(/^```console\n\$ weighbridge (.*)\n([\s\S]*?)```$/gm)];

test.each(examples.map(([, command = "", output = ""]) => [command, output]))(
  "weighbridge %s",
  async (command, output) => {
    expect(await inProcess(command.split(" "), { cwd: join(__dirname, "../..") })).toMatchObject({
      status: 1,
      stdout: output,
    });
  },
);
