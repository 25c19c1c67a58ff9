import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A package that Node finds from some file. */
export interface Installed {
  readonly version: string;
  /** Its folder, with all links resolved: two copies have two folders. */
  readonly folder: string;
}

/**
 * @param name of the package
 * @param from path of the file, or of any file in the folder, whose imports are meant
 * @returns undefined where it is not installed
 */
export function findInstalled(name: string, from: string): Installed | undefined {
  const load = createRequire(from);
  try {
    const manifest = load.resolve(`${name}/package.json`);
    const { version } = load(manifest) as { readonly version: string };
    return { version, folder: realpathSync(dirname(manifest)) };
  } catch {
    return undefined;
  }
}

/** A path within a folder, from which Node resolves what the folder's files import. */
export function within(folder: string): string {
  return join(folder, "index.js");
}
