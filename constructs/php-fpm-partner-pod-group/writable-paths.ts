import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import type { WritablePath } from "../core/pod-template";
import { requireInteger } from "../core/validate";
import { requirePath } from "./paths";

const PROP = "writablePaths";

/**
 * The folders that the application may write to, always including `/tmp`: nginx and PHP store uploads there.
 * @param mounted files of the image or of a ConfigMap that a folder must not hide
 * @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`; `Conflict` for a folder that would hide a file
 */
export function writablePaths(
  scope: IConstruct,
  given: readonly WritablePath[],
  mounted: readonly string[],
): readonly WritablePath[] {
  for (const [index, { path, sizeMi }] of given.entries()) {
    requirePath(scope, `${PROP}[${index}].path`, path);
    requireInteger(scope, `${PROP}[${index}].sizeMi`, sizeMi, { min: 1 });
    requireUnhidden(scope, `${PROP}[${index}].path`, path, [...mounted, ...othersOf(given, index)]);
  }
  return given.some(({ path }) => path === "/tmp") ? given : [{ path: "/tmp" }, ...given];
}

/** The other paths: of equal or nested paths only one can be mounted. */
function othersOf(given: readonly WritablePath[], index: number): string[] {
  return given.filter((_, other) => other !== index).map(({ path }) => path);
}

function requireUnhidden(scope: IConstruct, prop: string, path: string, files: readonly string[]): void {
  if (isToken(path)) return;
  const folder = path.replace(/\/*$/, "/");
  const hidden = files.find((file) => `${file}/`.startsWith(folder));
  if (hidden === undefined) return;
  const fix = "name a folder that does not contain it";
  refuse(scope, { code: "Conflict", prop, must: `not hide ${hidden}`, got: path, fix });
}
