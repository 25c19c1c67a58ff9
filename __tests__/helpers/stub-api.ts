import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** One request that a script sent. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body?: string;
}

/** What the stand-in has, and what it was sent. */
export interface StubState {
  comments: { readonly id: number; readonly body: string }[];
  /** Status by method; 200 where there is none. */
  readonly status: Readonly<Record<string, number>>;
  readonly calls: Call[];
}

/** A program in place of `curl`: it keeps comments as GitHub and GitLab do, a hundred a page, and what it was sent. */
const CURL = `#!${process.execPath}
const { readFileSync, writeFileSync } = require("node:fs");
const state = JSON.parse(readFileSync(process.env.STUB_STATE, "utf8"));
const call = { method: "GET", url: "", headers: [] };
let output, isStatusWanted = false, fails = false;
const fileOr = (word) => (word.startsWith("@") ? readFileSync(word.slice(1), "utf8").trim() : word);
const words = process.argv.slice(2);
while (words.length > 0) {
  const word = words.shift();
  if (word === "--request") call.method = words.shift();
  else if (word === "--header") call.headers.push(fileOr(words.shift()));
  else if (word === "--data-binary" || word === "--data") call.body = fileOr(words.shift());
  else if (word === "--output") output = words.shift();
  else if (word === "--write-out") isStatusWanted = words.shift() === "%{http_code}";
  else if (word === "--max-time") words.shift();
  else if (word === "--fail") fails = true;
  else if (word.startsWith("-")) { if (!["--silent", "--show-error"].includes(word)) throw new Error("what is " + word + "?"); }
  else call.url = word;
}
if (call.body !== undefined && call.method === "GET") call.method = "POST";
state.calls.push(call);
const status = state.status[call.method] ?? 200;
let answer = { message: "no" };
if (status < 300) {
  const page = Number(/[?&]page=(\\d+)/.exec(call.url)?.[1] ?? 1);
  if (call.method === "GET") answer = state.comments.slice((page - 1) * 100, page * 100);
  else {
    const body = JSON.parse(call.body).body;
    const id = call.method === "POST" ? state.comments.length + 1 : Number(/(\\d+)$/.exec(call.url)[1]);
    if (call.method === "POST") state.comments.push({ id, body });
    else state.comments = state.comments.map((each) => (each.id === id ? { id, body } : each));
    answer = { id, body };
  }
}
writeFileSync(process.env.STUB_STATE, JSON.stringify(state));
if (fails && status >= 400) process.exit(22);
if (output === undefined) process.stdout.write(JSON.stringify(answer));
else writeFileSync(output, JSON.stringify(answer));
if (isStatusWanted) process.stdout.write(String(status));
`;

/** A shell with programs of its own first on its path. */
export class StubShell {
  private readonly bin: string;
  private readonly stateFile: string;

  public constructor(
    public readonly folder: string,
    state: Partial<StubState> = {},
  ) {
    this.bin = join(folder, "bin");
    this.stateFile = join(folder, "state.json");
    mkdirSync(this.bin, { recursive: true });
    this.program("curl", CURL);
    writeFileSync(this.stateFile, JSON.stringify({ comments: [], status: {}, calls: [], ...state }));
  }

  /** Puts a program first on the path. */
  public program(name: string, text: string): void {
    writeFileSync(join(this.bin, name), text);
    chmodSync(join(this.bin, name), 0o755);
  }

  public get state(): StubState {
    return JSON.parse(readFileSync(this.stateFile, "utf8"));
  }

  public run(
    shell: readonly [string, ...string[]],
    env: Readonly<Record<string, string>> = {},
    cwd = this.folder,
  ) {
    const [program, ...args] = shell;
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd,
      encoding: "utf8",
      env: {
        HOME: this.folder,
        LANG: "C.UTF-8",
        PATH: [this.bin, process.env["PATH"] ?? ""].join(delimiter),
        STUB_STATE: this.stateFile,
        ...env,
      },
    });
    return { status, stdout, stderr };
  }
}
