import { isAbsolute, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** A path as people read it: relative to a folder where it is inside of it. */
export function shownPath(file: string, folder: string): string {
  if (!isAbsolute(file)) return file.split(sep).join("/");
  const path = relative(folder, file).split(sep).join("/");
  return path.startsWith("../") || isAbsolute(path) ? file : path;
}

/** The same as a reference of SARIF: relative, or a URL for a file elsewhere. */
export function uriOf(file: string, folder: string): string {
  const path = shownPath(file, folder).replace(/^\.\//, "");
  return isAbsolute(path) || path.startsWith("../") ? pathToFileURL(file).href : encodeURI(path);
}
