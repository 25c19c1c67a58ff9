import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS } from "../../cli/commands";
import { inProcess } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const cwd = temporaryFolder();

/** Values for the last word of a line. */
async function completions(line: string): Promise<string[]> {
  const { status, stdout, stderr } = await inProcess(["__complete", ...line.split(" ")], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout
    .trimEnd()
    .split("\n")
    .map((each) => each.split(" ")[0] ?? "");
}

test("completes commands", async () => {
  expect(await completions("")).toEqual([...COMMANDS.map(({ name }) => name), "help"]);
  expect(await completions("help se")).toEqual(["sensitivity"]);
});

test.each([
  ["options and reviews", "compare partner-", ["partner-a", "partner-b", "partner-c"]],
  ["the value of a flag", "compare --at ", ["min", "steady", "max"]],
  ["the value of a short flag", "options -o ", ["table", "json", "yaml"]],
  ["a value after =", "compare --at=m", ["--at=min", "--at=max"]],
  ["an option as a value", "compare --baseline partner-", ["partner-a", "partner-b", "partner-c"]],
  ["files", "compare --from ", [":files"]],
  ["a path after name=", "compare --from mine=", [":files"]],
  ["folders", "init ", [":files"]],
  ["actions", "network ex", ["exposure", "explain"]],
  ["options after an action", "sandbox deploy partner-b", ["partner-b"]],
  ["switches", "compare critter-aks@cycle=2", ["critter-aks@cycle=21", "critter-aks@cycle=20"]],
  ["shells", "completion f", ["fish"]],
  ["no second argument where there is one", "show partner-b ", [""]],
  ["nothing for what is no command", "compair ", [""]],
])("completes %s", async (_, line, expected) => {
  expect(await completions(line)).toEqual(expected);
});

test("a flag is offered once, unless it may be repeated", async () => {
  const flags = await completions("compare --builtin --from a=b --");
  expect(flags).toContain("--from");
  expect(flags).not.toContain("--builtin");
});

test("ids are those of the review in force, and of none that cannot be read", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "weighbridge.yaml");
  writeFileSync(
    file,
    "schemaVersion: 1\nreview: queues\ntitle: Queues\noptions:\n  one: { title: One, from: one.json }\n",
  );
  writeFileSync(join(folder, "one.json"), "{}");
  const { stdout } = await inProcess(["__complete", "compare", "o"], { cwd: folder });
  expect(stdout).toContain("one");
  writeFileSync(file, "options: 3\n");
  const { stdout: rest, stderr } = await inProcess(["__complete", "compare", "partner-"], { cwd: folder });
  expect(rest).toContain("partner-a Partner API");
  expect(stderr).toBe("");
});
