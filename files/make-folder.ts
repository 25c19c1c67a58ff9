import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates a folder and those above it. Node's own recursive `mkdir` never returns on a file system that refuses new
 * folders with `ENOENT`, as `/proc` does.
 *
 * @returns the first folder that was created, or undefined where all exist
 * @throws Node's own error where one cannot be created
 */
export function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path) && path !== dirname(path); path = dirname(path))
    missing.push(path);
  return missing.reverse().filter(isCreated)[0];
}

/** False where it is there: another process has created it meanwhile, or it is a link that leads nowhere. */
function isCreated(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}
