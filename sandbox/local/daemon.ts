import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { listen, portOf } from "../loopback";
import { runningPids } from "../server";
import { removeFolder } from "../temporary-folder";
import { PART_NAMES, type PartName, type PartState, type SandboxFile, type SandboxStatus } from "./model";
import { PARTS, type StartedPart } from "./parts";

/**
 * The process that runs the parts of the local sandbox until it is asked to stop.
 * Usage: node daemon.js FOLDER SCRATCH [PART...]
 */
const [folder = "", scratch = "", ...named] = process.argv.slice(2);
const chosen = PART_NAMES.filter((name) => named.length === 0 || named.includes(name));

const states = new Map<PartName, PartState>();
const started = new Map<PartName, StartedPart>();
/** Settles once no part is being started any more. */
let starting: Promise<void> = Promise.resolve();
let stopping: Promise<void> | undefined;
let isUp = false;

for (const name of chosen) set(name, { status: "waiting", detail: "" });

void main();

async function main(): Promise<void> {
  const token = randomBytes(16).toString("hex");
  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end();
      return;
    }
    if (request.method === "POST" && request.url === "/stop") void stop();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(status()));
  });
  await listen(server);
  const file: SandboxFile = { pid: process.pid, port: portOf(server), token, scratch };
  // Of two that begin at once the second fails here, and its user sees the first.
  writeFileSync(join(folder, "sandbox.json"), JSON.stringify(file), { mode: 0o600, flag: "wx" });
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  starting = startAll();
}

function status(): SandboxStatus {
  const all = [...started.values()];
  return {
    isUp,
    parts: [...states.values()],
    env: Object.assign({}, ...all.map(({ env }) => env)),
    variables: Object.assign({}, ...all.map(({ variables }) => variables)),
  };
}

async function startAll(): Promise<void> {
  for (const name of chosen) if (stopping === undefined) await startOne(name);
  isUp = true;
}

async function startOne(name: PartName): Promise<void> {
  const { requirements, waitsFor, start } = PARTS[name];
  const unmet = requirements.filter(({ missing }) => missing !== undefined);
  if (unmet.length > 0) {
    const reasons = unmet.map((each) => `${each.name}: ${each.missing}`);
    set(name, { status: "skipped", detail: reasons.join("; ") });
    return;
  }
  set(name, { status: "starting", detail: waitsFor });
  const before = new Set(runningPids);
  const since = performance.now();
  try {
    const part = await start();
    started.set(name, part);
    const pids = [...runningPids].filter((pid) => !before.has(pid));
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    const { detail, version } = part;
    set(name, { status: "ready", detail, seconds, pids, ...(version !== undefined && { version }) });
  } catch (error) {
    set(name, { status: "failed", detail: error instanceof Error ? error.message : String(error) });
  }
}

function stop(): Promise<void> {
  stopping ??= stopAll();
  return stopping;
}

async function stopAll(): Promise<void> {
  await starting;
  for (const [name, part] of [...started].reverse()) {
    set(name, { status: "stopping", detail: "" });
    try {
      await part.stop();
      set(name, { status: "stopped", detail: "" });
    } catch (error) {
      set(name, { status: "failed", detail: `cannot be stopped: ${(error as Error).message}` });
    }
  }
  await removeFolder(scratch);
  await removeFolder(folder);
  process.exit(0);
}

function set(
  name: PartName,
  change: Omit<PartState, "name" | "estimateSeconds" | "pids"> & { pids?: readonly number[] },
) {
  const { estimateSeconds } = PARTS[name];
  states.set(name, { name, estimateSeconds, pids: states.get(name)?.pids ?? [], ...change });
}
