import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runHere } from "../helpers/in-process";

const PAGE = readFileSync(join(__dirname, "../../docs/prices.md"), "utf8");
const examples = [...PAGE.matchAll(/^```console\n\$ weighbridge (.*)\n([\s\S]*?)```$/gm)];

test.each(examples.map(([, command = "", output = ""]) => [command, output]))(
  "weighbridge %s",
  async (command, output) => {
    expect(await runHere(...command.split(" "))).toMatchObject({ status: 0, stdout: output });
  },
);

test.each(["usage.yml", "rates.json"])("the page shows %s", (file) => {
  expect(PAGE).toContain(readFileSync(join(__dirname, "../../docs/examples/prices", file), "utf8"));
});
