import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { COMMAND } from "../helpers/command";
import { temporaryFolder } from "../helpers/folder";
import { StubShell, type StubState } from "../helpers/stub-api";

const ACTION = join(__dirname, "../../.github/actions/weighbridge");
const script = (name: string): readonly [string, ...string[]] => ["bash", join(ACTION, name)];

/** In place of `weighbridge`: writes its arguments, and a comment that ends as it is asked to. */
const WEIGHBRIDGE = `#!/usr/bin/env bash
printf '%s\\n' "$@" >arguments
while [ "$1" != --out ]; do shift; done
printf '<!-- weighbridge:diff -->\\n\\n### %s\\n' "$TITLE" >"$2"
exit "$CODE"
`;

/** Runs diff.sh in a job, once or again. */
function job(state: Partial<StubState> = {}) {
  const shell = new StubShell(temporaryFolder(), state);
  shell.program("stub-weighbridge", WEIGHBRIDGE);
  const file = (name: string) => join(shell.folder, name);
  const text = (name: string) => readFileSync(file(name), "utf8");
  for (const name of ["summary", "outputs"]) writeFileSync(file(name), "");
  const run = (env: Readonly<Record<string, string>> = {}) =>
    shell.run(script("diff.sh"), {
      BASE: "/sides/base",
      HEAD: "/sides/head",
      WORKING_DIRECTORY: ".",
      OPTIONS: "",
      BUDGET: "",
      STRICT: "false",
      ARGUMENTS: "",
      MARKER: "",
      WEIGHBRIDGE: "stub-weighbridge",
      PULL_REQUEST: "7",
      TOKEN: "secret-token",
      TITLE: "first",
      CODE: "0",
      GITHUB_WORKSPACE: shell.folder,
      GITHUB_REPOSITORY: "shop/shop",
      GITHUB_STEP_SUMMARY: file("summary"),
      GITHUB_OUTPUT: file("outputs"),
      RUNNER_TEMP: shell.folder,
      ...env,
    });
  return { shell, run, text };
}

const methods = ({ state }: StubShell) => state.calls.map(({ method }) => method);

test("the first run adds a comment, the second one updates it", () => {
  const { shell, run, text } = job({ comments: [{ id: 1, body: "> <!-- weighbridge:diff -->\nquoted" }] });
  expect(run()).toMatchObject({ status: 0, stderr: "" });
  expect(run({ TITLE: "second" }).status).toBe(0);
  expect(methods(shell)).toEqual(["GET", "POST", "GET", "PATCH"]);
  const { comments, calls } = shell.state;
  expect(comments).toHaveLength(2);
  expect(comments[1]?.body).toBe("<!-- weighbridge:diff -->\n\n### second\n");
  expect(calls[1]?.url).toBe("https://api.github.com/repos/shop/shop/issues/7/comments");
  expect(calls[3]?.url).toBe("https://api.github.com/repos/shop/shop/issues/comments/2");
  for (const { headers } of calls) expect(headers).toContain("Authorization: Bearer secret-token");
  expect(text("summary")).toContain("### first\n");
  expect(text("outputs")).toContain("exceeded=false\n");
});

test("the comment is found on a later page", () => {
  const others = Array.from({ length: 150 }, (_, index) => ({ id: index + 1, body: "hello" }));
  const own = { id: 151, body: "<!-- weighbridge:diff -->\r\n\r\nold" };
  const { shell, run } = job({ comments: [...others, own] });
  expect(run().status).toBe(0);
  expect(methods(shell)).toEqual(["GET", "GET", "PATCH"]);
  expect(shell.state.comments).toHaveLength(151);
});

test("an exceeded limit fails the job once the comment is written", () => {
  const { shell, run, text } = job();
  const { status, stdout } = run({ CODE: "1" });
  expect(status).toBe(1);
  expect(stdout).toContain("::error title=Weighbridge::a limit of the budget is exceeded");
  expect(shell.state.comments).toHaveLength(1);
  expect(text("outputs")).toContain("exceeded=true\n");
});

test.each<[string, Readonly<Record<string, number>>, Readonly<Record<string, string>>, RegExp, number]>([
  [
    "a token that may not comment",
    { POST: 403 },
    {},
    /^::notice title=Weighbridge::the token may not comment \(HTTP 403\)/,
    2,
  ],
  [
    "a token that may not read",
    { GET: 404 },
    {},
    /^::notice .*the token may not read comments \(HTTP 404\)/,
    1,
  ],
  ["no token", {}, { TOKEN: "" }, /^::notice .*there is no token/, 0],
  ["no pull request", {}, { PULL_REQUEST: "" }, /^::notice .*this is no pull request/, 0],
  ["a server that fails", { GET: 500 }, {}, /^::warning .*cannot be written \(HTTP 500\)/, 1],
])("%s leaves the summary, and nothing is added", (_, status, env, said, calls) => {
  const { shell, run, text } = job({ status });
  const result = run(env);
  expect(result).toMatchObject({ status: 0, stdout: expect.stringMatching(said) });
  expect(shell.state).toMatchObject({ comments: [] });
  expect(shell.state.calls).toHaveLength(calls);
  expect(text("summary")).toContain("### first");
  // A limit still says no.
  expect(run({ ...env, CODE: "1" }).status).toBe(1);
});

test("the command itself: both sides of the documented example, with its budget", () => {
  const { shell, run, text } = job();
  const example = join(__dirname, "../../docs/examples/pull-request");
  const { status } = run({
    BASE: join(example, "main"),
    HEAD: join(example, "pr"),
    BUDGET: join(example, "budget.yaml"),
    MARKER: "shop",
    WEIGHBRIDGE: `${process.execPath} ${COMMAND}`,
  });
  expect(status).toBe(1);
  const [comment] = shell.state.comments;
  expect(comment?.body).toMatch(/^<!-- weighbridge:diff shop -->\n\n### pods: \+2 pods/);
  expect(comment?.body).toContain("- **Budget**: pods: memoryGiB.request.max is 2.75");
  expect(text("summary")).toBe(comment?.body);
});

test("wrong input ends the job without a comment", () => {
  const { shell, run } = job();
  const { status, stdout } = run({ CODE: "2" });
  expect({ status, calls: shell.state.calls }).toEqual({ status: 2, calls: [] });
  expect(stdout).toContain("::error title=Weighbridge::the sides cannot be compared");
});

test("inputs are words, and no shell reads them", () => {
  const { run, text } = job();
  const { status } = run({
    OPTIONS: "a  $(touch owned) *",
    BUDGET: "my budget.yaml; touch owned",
    MARKER: "../x y",
    ARGUMENTS: "--name `touch owned`",
    STRICT: "true",
  });
  expect(status).toBe(0);
  const words = text("arguments").trimEnd().split("\n");
  expect(words.slice(0, 7)).toEqual(["diff", "/sides/base", "/sides/head", "a", "$(touch", "owned)", "*"]);
  expect(words.slice(-7)).toEqual([
    "my budget.yaml; touch owned",
    "--strict",
    "--marker",
    "../x y",
    "--name",
    "`touch",
    "owned`",
  ]);
  expect(() => text("owned")).toThrow("ENOENT");
});

describe("sides", () => {
  const git = (shell: StubShell, ...args: readonly string[]) => {
    const identity = ["-c", "user.name=x", "-c", "user.email=x@x.test", "-c", "init.defaultBranch=main"];
    const { status, stdout, stderr } = shell.run(["git", ...identity, ...args]);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    return stdout.trim();
  };

  function repository() {
    const shell = new StubShell(temporaryFolder());
    const file = (name: string) => join(shell.folder, name);
    git(shell, "init", "--quiet");
    for (const version of ["one", "two"]) {
      writeFileSync(file("infra.txt"), version);
      git(shell, "add", "infra.txt");
      git(shell, "commit", "--quiet", "--message", version);
    }
    writeFileSync(file("outputs"), "");
    const run = (env: Readonly<Record<string, string>> = {}) =>
      shell.run(script("sides.sh"), {
        BASE: "",
        HEAD: "",
        COMMAND: "mkdir -p out && cp infra.txt out/",
        OUTPUT: "out",
        INSTALL: "exit 9",
        WORKING_DIRECTORY: ".",
        BASE_COMMIT: git(shell, "rev-parse", "HEAD~1"),
        GITHUB_WORKSPACE: shell.folder,
        GITHUB_OUTPUT: file("outputs"),
        RUNNER_TEMP: file("temporary"),
        ...env,
      });
    const outputs = () =>
      Object.fromEntries(
        readFileSync(file("outputs"), "utf8")
          .trim()
          .split("\n")
          .map((line) => line.split("=")),
      );
    return { run, outputs, file };
  }

  test("both are built, each from its own commit, also a second time", () => {
    const { run, outputs, file } = repository();
    expect(run().status).toBe(0);
    expect(run().status).toBe(0);
    const { base, head } = outputs();
    expect(readFileSync(join(base, "infra.txt"), "utf8")).toBe("one");
    expect(readFileSync(join(head, "infra.txt"), "utf8")).toBe("two");
    writeFileSync(file("package.json"), "{}");
    // What is installed is missing on the head alone: the base has no package.json.
    expect(run()).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("::error title=Weighbridge::the head cannot be installed: exit 9"),
    });
  });

  test("paths that are given are not built", () => {
    const { run, outputs, file } = repository();
    expect(
      run({ BASE: "plans/main.json", HEAD: "/plans/pr.json", COMMAND: "exit 1", BASE_COMMIT: "" }).status,
    ).toBe(0);
    expect(outputs()).toEqual({
      base: file("plans/main.json"),
      head: "/plans/pr.json",
    });
  });

  test.each([
    [{ BASE_COMMIT: "" }, "there is no base: run on pull_request, or give the input base"],
    [{ WORKING_DIRECTORY: "nowhere" }, "there is no folder nowhere"],
    [{ COMMAND: "exit 4" }, "the base cannot be built: exit 4"],
    [
      { BASE_COMMIT: "0123456789012345678901234567890123456789" },
      "the base 0123456789012345678901234567890123456789 cannot be fetched; check out with fetch-depth 0, or give the input base",
    ],
  ])("%j ends the job", (env, said) => {
    const { status, stdout } = repository().run(env);
    expect({ status, stdout: stdout.trim().split("\n").at(-1) }).toEqual({
      status: 1,
      stdout: `::error title=Weighbridge::${said}`,
    });
  });
});

test("nothing but the path of the action is in a script of action.yml, and every variable is set", () => {
  const { inputs, runs } = parse(readFileSync(join(ACTION, "action.yml"), "utf8"));
  for (const { run, env } of runs.steps) {
    expect(run).not.toContain("${{");
    const [, name] = /^bash "\$GITHUB_ACTION_PATH\/([a-z]+\.sh)"$/.exec(run) ?? [];
    const text = readFileSync(join(ACTION, name ?? ""), "utf8");
    for (const key of Object.keys(env))
      if (key !== "TOKEN" && key !== "PULL_REQUEST") expect(text).toMatch(new RegExp(`\\$\\{?${key}\\b`));
  }
  const used = JSON.stringify(runs);
  for (const name of Object.keys(inputs)) expect(used).toContain(`inputs.${name} }`);
});
