import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { YamlPlace } from "../../read/text/yaml-place";
import type { Context } from "./context";

/** A path of the file, relative to its folder. Never `-`, which would be the standard input. */
export function resolvePath(path: string, { folder }: Pick<Context, "folder">): string {
  const resolved = isAbsolute(path) ? path : join(folder, path);
  return resolved === "-" ? "./-" : resolved;
}

/** @throws InputError at the value where there is nothing at the path */
export function pathIn(path: string, place: YamlPlace, context: Context): string {
  const resolved = resolvePath(path, context);
  if (!existsSync(resolved))
    place.refuseValue(
      `no such file or folder: '${path}'`,
      `correct the path, which is relative to ${context.folder}`,
    );
  return resolved;
}
