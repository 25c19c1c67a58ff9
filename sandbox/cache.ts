import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The folder that `install.mjs` installs into; `installers/cache.mjs` names it for the installer. An empty variable is none. */
export const CACHE =
  process.env["WEIGHBRIDGE_CACHE"] ||
  join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "weighbridge");

/** A file or folder of the cache; undefined when it was not installed. */
export function tryFindInCache(...parts: string[]): string | undefined {
  const path = join(CACHE, ...parts);
  return existsSync(path) ? path : undefined;
}

/** A program on the PATH; undefined when there is none. */
export function tryFindOnPath(program: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
