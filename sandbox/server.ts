import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "./wait";

/** How a server is started. */
export interface ServerOptions {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Folder of its log, `<name>.log`; also its working directory. */
  readonly folder: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Process ids of every server that runs, each of its supervisor. */
export const runningPids = new Set<number>();

/** A program that serves until it is stopped, or until this process ends. */
export class Server {
  private readonly log: string;
  private readonly supervisor: ChildProcess;

  public constructor(private readonly options: ServerOptions) {
    this.log = join(options.folder, `${options.name}.log`);
    const log = openSync(this.log, "w");
    this.supervisor = spawn(
      process.execPath,
      [join(__dirname, "supervise.mjs"), options.program, ...options.args],
      { cwd: options.folder, env: { ...process.env, ...options.env }, stdio: ["pipe", log, log] },
    );
    closeSync(log);
    const { pid } = this.supervisor;
    if (pid === undefined) return;
    runningPids.add(pid);
    this.supervisor.once("exit", () => runningPids.delete(pid));
  }

  /**
   * Asks until the answer is yes.
   * @throws Error with the end of the log, when the server stops first or is not ready in 60 seconds
   */
  public async untilReady(isReady: () => Promise<boolean>): Promise<void> {
    try {
      await waitUntil(`${this.options.name} is ready`, async () => {
        if (this.hasEnded) throw new Error(`${this.options.name} stopped`);
        return isReady();
      });
    } catch (error) {
      throw new Error(`${(error as Error).message}; the end of its log:\n${this.endOfLog()}`);
    }
  }

  /** Asks it to stop, and waits until it has. */
  public async stop(): Promise<void> {
    if (this.hasEnded) return;
    const ended = new Promise((resolve) => this.supervisor.once("exit", resolve));
    this.supervisor.stdin?.end();
    await ended;
  }

  private get hasEnded(): boolean {
    return this.supervisor.exitCode !== null || this.supervisor.signalCode !== null;
  }

  private endOfLog(): string {
    return readFileSync(this.log, "utf8").trimEnd().split("\n").slice(-20).join("\n");
  }
}
