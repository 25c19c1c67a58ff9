import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";

const cwd = temporaryFolder();
writeFileSync(join(cwd, "plan.json"), "{}");

/** What a shell makes of lines, with the real command behind its script. */
function shell(name: string, script: string, ...args: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(name, [...args, script], {
    cwd,
    env: { ...process.env, HOME: cwd, NODE: process.execPath, WEIGHBRIDGE: COMMAND },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trimEnd().split("\n");
}

const has = (name: string) => spawnSync(name, ["--version"]).status === 0;

test("bash completes words that it splits at = and @ itself", () => {
  const script = `
    weighbridge() { "$NODE" "$WEIGHBRIDGE" "$@"; }
    source <(weighbridge completion bash)
    complete_line() {
      COMP_LINE="$1" COMP_POINT=\${#1} COMPREPLY=()
      _weighbridge
      echo "\${COMPREPLY[*]}"
    }
    complete_line "weighbridge sens"
    complete_line "weighbridge compare critter-aks@cycle=2"
    complete_line "weighbridge compare --from mine=pl"`;
  expect(shell("bash", script, "--norc", "-c")).toEqual(["sensitivity", "21 20", "plan.json"]);
});

(has("fish") ? test : test.skip)("fish completes with descriptions", () => {
  const script = `
    function weighbridge; $NODE $WEIGHBRIDGE $argv; end
    weighbridge completion fish | source
    complete -C "weighbridge sens"
    complete -C "weighbridge compare --from mine=pl"`;
  expect(shell("fish", script, "--no-config", "-c")).toEqual([
    expect.stringMatching(/^sensitivity\tfinds /),
    "mine=plan.json",
  ]);
});

(has("zsh") ? test : test.skip)("zsh completes as it is typed", () => {
  const script = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell 'PS1="> "; autoload -Uz compinit; compinit -u -D; weighbridge() { "$NODE" "$WEIGHBRIDGE" "$@"; }'
    zpty -w shell 'source <(weighbridge completion zsh); print READ""Y'
    zpty -r shell seen '*READY*'
    zpty -w -n shell $'weighbridge sens\t'
    zpty -r shell seen '*sensitivity*'
    zpty -w -n shell $'--builtin --from mine=pl\t'
    zpty -r shell seen '*mine=plan.json*'
    print completed`;
  expect(shell("zsh", script, "-f", "-c")).toEqual(["completed"]);
});
