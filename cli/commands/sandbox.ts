import { resolve } from "node:path";
import { Option } from "commander";
import { OPTIONS, stacksOf } from "../../config/options";
import { nearest } from "../../errors/nearest";
import type { Deed, PartName, SandboxStatus } from "../../sandbox/local";
import { UsageError } from "../errors";
import { print, report } from "../output";
import type { Command } from "./command";

/** Flags of `weighbridge sandbox`. */
interface Flags {
  readonly folder?: string;
  readonly part: readonly PartName[];
  readonly install: boolean;
  readonly format: "table" | "json";
}

type Local = typeof import("../../sandbox/local");

/** What the first word may be. */
const ACTIONS: Readonly<
  Record<string, (words: readonly string[], flags: Flags, local: Local) => Promise<0 | 1>>
> = {
  up: runUp,
  deploy: (words, flags, local) => runCdktf("deploy", words, flags, local),
  destroy: (words, flags, local) => runCdktf("destroy", words, flags, local),
  env: runEnv,
  status: runStatus,
  down: runDown,
};

/** `weighbridge sandbox`: real and stand-in services on this machine, and deployments into them. */
export const sandbox: Command<Flags> = {
  name: "sandbox",
  summary: "runs services on this machine and deploys options into them",
  examples: [
    { words: "sandbox up", does: "start every service" },
    { words: "sandbox deploy partner-b", does: "apply an option with cdktf" },
    { words: "sandbox status", does: "what runs, and where" },
    { words: "sandbox down", does: "stop what was started" },
  ],
  firstWords: ["up", "deploy", "destroy", "env", "status", "down"],
  define: (parser) =>
    parser
      .argument("<action>", "up · deploy OPTION... · destroy OPTION... · env [OPTION...] · status · down")
      .argument("[option...]", "ids of built-in options, or of their stacks")
      .option(
        "--folder <folder>",
        "folder of the sandbox (default: weighbridge/sandbox in the user's state folder)",
      )
      .addOption(
        new Option("--part <part>", "up: a part to start, repeatable (default: every part)")
          .choices(["aws", "datadog", "kubernetes", "kafka", "rabbitmq", "mysql", "swarm"])
          .argParser((word: string, before: readonly string[] | undefined) => partsWith(word, before ?? []))
          .default([], "every part"),
      )
      .option("--no-install", "up: skip a part whose programs are missing, instead of installing them")
      .addOption(
        new Option("-o, --format <format>", "status: output format")
          .choices(["table", "json"])
          .default("table"),
      ),

  async run([action = "", ...words], flags) {
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (act === undefined)
      throw new UsageError(
        `sandbox ${action}: there is no such action; one of ${Object.keys(ACTIONS).join(", ")}`,
      );
    // Its servers' code is read only for this command.
    return act(words, flags, require("../../sandbox/local") as Local);
  },
};

const PARTS: readonly string[] = ["aws", "datadog", "kubernetes", "kafka", "rabbitmq", "mysql", "swarm"];

function partsWith(word: string, before: readonly string[]): readonly string[] {
  const unknown = word.split(",").filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`--part ${unknown.join(",")}: there is no such part; one of ${PARTS.join(", ")}`);
  return [...before, ...word.split(",")];
}

async function runUp(words: readonly string[], flags: Flags, { up }: Local): Promise<0> {
  refuseWords("up", words);
  const options = { folder: folderOf(flags), parts: flags.part, installs: flags.install };
  const { parts } = await up(options, report);
  const ready = parts.filter(({ status }) => status === "ready").length;
  await print(`${ready} of ${parts.length} parts are ready. Next: weighbridge sandbox deploy partner-b\n`);
  return 0;
}

async function runCdktf(
  deed: Deed,
  words: readonly string[],
  flags: Flags,
  { deploy }: Local,
): Promise<0 | 1> {
  if (words.length === 0)
    throw new UsageError(`sandbox ${deed}: no option; name one: weighbridge sandbox ${deed} partner-b`);
  return (await deploy(deed, folderOf(flags), words, optionOf)) === 0 ? 0 : 1;
}

async function runEnv(words: readonly string[], flags: Flags, { environment }: Local): Promise<0> {
  const env = await environment(folderOf(flags), [...new Set(words.map(optionOf))]);
  const lines = Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1));
  await print(lines.map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`).join(""));
  return 0;
}

async function runStatus(words: readonly string[], flags: Flags, local: Local): Promise<0> {
  refuseWords("status", words);
  const folder = folderOf(flags);
  const file = local.tryReadFile(folder);
  const status = file === undefined ? undefined : await local.ask(file);
  if (flags.format === "json") await print(`${JSON.stringify(plain(folder, status), undefined, 2)}\n`);
  else if (status !== undefined)
    await print(status.parts.map((part) => `${local.partLine(part)}\n`).join(""));
  else if (file === undefined) await print(`no local sandbox runs in ${folder}\n`);
  else await print(`the local sandbox in ${folder} has ended; clean up: weighbridge sandbox down\n`);
  return 0;
}

/** Without the environment, which holds passwords of the sandbox's servers: that is `env`. */
function plain(folder: string, status: SandboxStatus | undefined) {
  return { folder, running: status !== undefined, up: status?.isUp ?? false, parts: status?.parts ?? [] };
}

async function runDown(words: readonly string[], flags: Flags, { down }: Local): Promise<0> {
  refuseWords("down", words);
  await down(folderOf(flags), report);
  return 0;
}

function folderOf({ folder }: Flags): string {
  const { usualFolder } = require("../../sandbox/local") as Local;
  return folder === undefined ? usualFolder() : resolve(folder);
}

function refuseWords(action: string, words: readonly string[]): void {
  if (words.length > 0)
    throw new UsageError(`sandbox ${action}: ${words.join(" ")}: it takes no option; leave it out`);
}

/** The built-in option that a word names, or that has a stack of that name. */
function optionOf(word: string): string {
  const found = OPTIONS.find((option) => option.id === word || stacksOf(option).includes(word));
  if (found !== undefined) return found.id;
  const near = nearest(word, [...new Set(OPTIONS.flatMap((option) => [option.id, ...stacksOf(option)]))]);
  const hint =
    near.length === 0 ? "`weighbridge options --builtin` lists all" : `did you mean ${near.join(", ")}?`;
  throw new UsageError(`sandbox: there is no built-in option "${word}"; ${hint}`);
}
