import { readdirSync, readFileSync } from "node:fs";

/**
 * Processes of the FPM whose files lie in a folder, its master left out.
 * @see https://docs.kernel.org/filesystems/proc.html
 */
export function workersOf(folder: string): number[] {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), title: read(pid, "cmdline"), parent: parentOf(read(pid, "stat")) }));
  const master = processes.find(({ title }) => title.startsWith(`php-fpm: master process (${folder}/`));
  return processes
    .filter(({ parent }) => master !== undefined && parent === master.pid)
    .map(({ pid }) => pid);
}

/** Empty for a process that ended meanwhile. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** The second field behind the program's name, which stands in brackets and may itself hold some. */
function parentOf(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}
