import { readFileSync } from "node:fs";

/** Memory of a process, in MiB. */
export interface ProcessMemory {
  /** Everything that is mapped and in memory, what it shares with others included. */
  readonly residentMi: number;
  /** As above, with each shared page counted by its share. */
  readonly proportionalMi: number;
}

/** @see https://docs.kernel.org/filesystems/proc.html */
export function memoryOf(pid: number): ProcessMemory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return { residentMi: mebibytes(text, "Rss"), proportionalMi: mebibytes(text, "Pss") };
}

function mebibytes(text: string, field: string): number {
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(text)?.[1];
  if (kibibytes === undefined) throw new Error(`no ${field} in smaps_rollup`);
  return Number(kibibytes) / 1024;
}
