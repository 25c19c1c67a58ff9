import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inProcess } from "../helpers/command";

const ROOT = join(__dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/prices.md"), "utf8");
const examples = [...PAGE.matchAll(/^```console\n\$ weighbridge (.*)\n([\s\S]*?)```$/gm)];

test.each(examples.map(([, command = "", output = ""]) => [command, output]))(
  "weighbridge %s",
  async (command, output) => {
    expect(await inProcess(command.split(" "), { cwd: ROOT })).toMatchObject({ status: 0, stdout: output });
  },
);

test.each(["usage.yml", "rates.json"])("the page shows %s", (file) => {
  expect(PAGE).toContain(readFileSync(join(ROOT, "docs/examples/prices", file), "utf8"));
});
