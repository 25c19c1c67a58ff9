import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { temporaryFolder } from "../helpers/folder";
import { StubShell, type StubState } from "../helpers/stub-api";

const PAGE = readFileSync(join(__dirname, "../../docs/pull-requests.md"), "utf8");
const [, yaml = ""] = /## GitLab[\s\S]*?```yaml\n([\s\S]*?)```/.exec(PAGE) ?? [];
const script = (parse(yaml).weighbridge.script as readonly string[]).join("\n");

/** `cdktf synth` writes which checkout it ran in; `weighbridge diff` a comment with the two, and ends as it is asked to. */
const NPX = `#!/usr/bin/env bash
if [ "$1 $2" = "cdktf synth" ]; then mkdir -p cdktf.out && cp infra.txt cdktf.out/; exit; fi
printf '%s\\n' "$@" >>arguments
base=$(cat "$3/infra.txt") head=$(cat "$4/infra.txt")
while [ "$1" != --out ]; do shift; done
printf '<!-- weighbridge:diff -->\\n\\n### %s: %s to %s\\n' "$TITLE" "$base" "$head" >"$2"
exit "$CODE"
`;

function job(state: Partial<StubState> = {}) {
  const shell = new StubShell(join(temporaryFolder(), "builds"), state);
  const project = join(shell.folder, "shop");
  mkdirSync(project);
  shell.program("npx", NPX);
  shell.program("npm", '#!/bin/sh\ntest "$*" = ci\n');
  // The only node of a job is the one of its image.
  symlinkSync(process.execPath, join(shell.folder, "bin", "node"));
  const git = (...args: readonly string[]) =>
    shell.run(["git", "-c", "user.name=x", "-c", "user.email=x@x.test", ...args], {}, project).stdout.trim();
  git("init", "--quiet");
  for (const version of ["old", "new"]) {
    writeFileSync(join(project, "infra.txt"), version);
    git("add", "infra.txt");
    git("commit", "--quiet", "--message", version);
  }
  const base = git("rev-parse", "HEAD~1");
  const run = (env: Readonly<Record<string, string>> = {}) => {
    const result = shell.run(
      ["sh", "-ec", script],
      {
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
        CI_API_V4_URL: "https://gitlab.test/api/v4",
        CI_PROJECT_ID: "12",
        CI_MERGE_REQUEST_IID: "7",
        WEIGHBRIDGE_TOKEN: "secret-token",
        TITLE: "first",
        CODE: "0",
        ...env,
      },
      project,
    );
    // Each job has a folder of its own for the base.
    shell.run(["git", "worktree", "remove", "--force", "../base"], {}, project);
    return result;
  };
  return { shell, run, project };
}

const NOTES = "https://gitlab.test/api/v4/projects/12/merge_requests/7/notes";

test("the job compares both commits; the first run adds a note, the second one updates it", () => {
  const { shell, run, project } = job({
    comments: Array.from({ length: 100 }, (_, index) => ({ id: index + 1, body: "hello" })),
  });
  expect(run().status).toBe(0);
  expect(run({ TITLE: "second" }).status).toBe(0);
  const { comments, calls } = shell.state;
  expect(comments).toHaveLength(101);
  expect(comments[100]?.body).toBe("<!-- weighbridge:diff -->\n\n### second: old to new\n");
  expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `GET ${NOTES}?per_page=100&page=1`,
    `GET ${NOTES}?per_page=100&page=2`,
    `POST ${NOTES}`,
    `GET ${NOTES}?per_page=100&page=1`,
    `GET ${NOTES}?per_page=100&page=2`,
    `PUT ${NOTES}/101`,
  ]);
  for (const { headers } of calls) expect(headers.join("\n")).toContain("PRIVATE-TOKEN: secret-token");
  expect(readFileSync(join(project, "arguments"), "utf8")).toContain("diff\n../base/cdktf.out\ncdktf.out\n");
});

test("an exceeded limit fails the job once the note is written", () => {
  const { shell, run } = job();
  expect(run({ CODE: "1" }).status).toBe(1);
  expect(shell.state.comments).toHaveLength(1);
});

test.each<[string, Readonly<Record<string, number>>, Readonly<Record<string, string>>, string]>([
  ["no permission to read", { GET: 403 }, {}, "the comment cannot be written"],
  ["no permission to write", { POST: 403 }, {}, "the comment cannot be written"],
  ["no token", {}, { WEIGHBRIDGE_TOKEN: "" }, "no token to comment with"],
])("%s leaves the log, and a limit still says no", (_, status, env, said) => {
  const { shell, run } = job({ status });
  const { stdout, status: code } = run(env);
  expect({ code, comments: shell.state.comments }).toEqual({ code: 0, comments: [] });
  expect(stdout).toContain("### first: old to new");
  expect(stdout).toContain(said);
  expect(run({ ...env, CODE: "1" }).status).toBe(1);
});

test("wrong input ends the job without a note", () => {
  const { shell, run } = job();
  expect(run({ CODE: "2" }).status).toBe(2);
  expect(shell.state.calls).toEqual([]);
});
