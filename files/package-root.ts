import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Path of a file that ships with the package, wherever this module was compiled to.
 * @throws Error where the package's own package.json was taken away
 */
export function packagePath(...parts: readonly string[]): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) {
    if (folder === dirname(folder))
      throw new Error(`no package.json above ${__dirname}; install weighbridge anew`);
    folder = dirname(folder);
  }
  return join(folder, ...parts);
}
