import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Path of a file that ships with the package, wherever this module was compiled to. */
export function packagePath(...parts: readonly string[]): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, ...parts);
}
