import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Requirement } from "../requirement";
import { waitUntil } from "../wait";

/** Files of the two versions of control groups. */
const VERSIONS = [
  {
    root: "/sys/fs/cgroup/memory",
    limit: "memory.limit_in_bytes",
    usage: "memory.usage_in_bytes",
    events: "memory.oom_control",
  },
  { root: "/sys/fs/cgroup", limit: "memory.max", usage: "memory.current", events: "memory.events" },
] as const;

/** A memory limit that the kernel enforces, as on a container. */
export class MemoryGroup {
  private used = 0;

  private constructor(
    private readonly folder: string,
    private readonly version: (typeof VERSIONS)[number],
  ) {}

  /** @throws Error where this user may not make one */
  public static create(limitMi: number): MemoryGroup {
    const version = VERSIONS.find(
      ({ root, limit }) => existsSync(join(root, limit)) || existsSync(join(root, "cgroup.procs")),
    );
    if (version === undefined) throw new Error("no memory control group is mounted");
    const folder = join(version.root, `weighbridge-${process.pid}-${limitMi}`);
    mkdirSync(folder);
    writeFileSync(join(folder, version.limit), String(limitMi * 2 ** 20));
    return new MemoryGroup(folder, version);
  }

  /** A command that starts a program inside of the group. */
  public command(program: string, args: readonly string[]): [string, string[]] {
    const enter = `echo $$ > ${join(this.folder, "cgroup.procs")}; exec "$@"`;
    return ["sh", ["-c", enter, "sh", program, ...args]];
  }

  /** Processes that the kernel has killed for the limit. */
  public get kills(): number {
    const events = readFileSync(join(this.folder, this.version.events), "utf8");
    return Number(/^oom_kill (\d+)$/m.exec(events)?.[1] ?? Number.NaN);
  }

  /** True when as much is used as at the call before. */
  public isSteady(): boolean {
    const before = this.used;
    this.used = Number(readFileSync(join(this.folder, this.version.usage), "utf8"));
    return before > 0 && Math.abs(this.used - before) < 2 ** 20;
  }

  /** Removes the group once its last process has ended. */
  public async remove(): Promise<void> {
    const processes = join(this.folder, "cgroup.procs");
    await waitUntil("the group is empty", async () => readFileSync(processes, "utf8") === "");
    rmdirSync(this.folder);
  }
}

/** Whether this user may make such a group. */
export function memoryGroupRequirement(): Requirement {
  const name = "a memory control group";
  try {
    const group = MemoryGroup.create(64);
    rmdirSync(group["folder"]);
    return { name, missing: undefined };
  } catch (error) {
    return { name, missing: (error as Error).message };
  }
}
