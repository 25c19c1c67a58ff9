import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/**
 * The folder that everything is installed into: `WEIGHBRIDGE_CACHE`, else `weighbridge` in the user's cache folder.
 * `sandbox/cache.ts` names the same folder for the tests.
 */
export const cache =
  process.env["WEIGHBRIDGE_CACHE"] ||
  join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "weighbridge");

/** What is installed, in which version. */
export const versions = JSON.parse(readFileSync(new URL("../versions.json", import.meta.url), "utf8"));

/** Path in the cache. */
export function inCache(...parts) {
  return join(cache, ...parts);
}

/**
 * Fills a folder of the cache whole or not at all: `fill` gets an empty one, which takes the name only if it succeeds.
 */
export function fillFolder(target, fill) {
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(`${target}.draft-`);
  try {
    fill(draft);
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
