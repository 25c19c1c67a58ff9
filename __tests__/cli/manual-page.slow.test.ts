import { spawnSync } from "node:child_process";
import { COMMANDS } from "../../cli/commands";
import { inProcess } from "../helpers/command";

const hasGroff = spawnSync("groff", ["--version"]).status === 0;

(hasGroff ? test : test.skip)("the manual page is set without a warning, with every command", async () => {
  const { stdout: page } = await inProcess(["__man"]);
  const { status, stdout, stderr } = spawnSync("groff", ["-man", "-ww", "-Tascii", "-P-c"], {
    input: page,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`weighbridge ${name}\\b`));
});
