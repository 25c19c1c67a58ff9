import Module, { createRequire } from "node:module";
import { join, sep } from "node:path";
import { packagePath } from "../files/package-root";
import { findInstalled } from "./installed";

/** What Node calls for each import, and does not document. */
interface Loader {
  _resolveFilename(
    request: string,
    parent?: { readonly filename?: string | null },
    ...rest: unknown[]
  ): string;
}

let isRedirected = false;
const PEER = /^(?:cdktf|constructs|@cdktf\/provider-[\w-]+)(?:\/|$)/;

/**
 * From now on the modules of this package take cdktf, constructs and all providers from the user's project, where it
 * has cdktf: constructs of one copy are not accepted by another. This matters where the command is installed elsewhere,
 * for example globally.
 *
 * @param folder of the project: where the command was started
 * @returns a path from which Node finds what these modules now import
 */
export function useProjectPeers(folder: string): string {
  const own = packagePath("dist", "index.js");
  const project = join(folder, "index.js");
  const theirs = findInstalled("cdktf", project);
  if (theirs === undefined || theirs.folder === findInstalled("cdktf", own)?.folder) return own;
  if (isRedirected) return project;
  isRedirected = true;
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename;
  const dist = packagePath("dist") + sep;
  const fromProject = createRequire(project);
  loader._resolveFilename = (request, parent, ...rest) =>
    parent?.filename?.startsWith(dist) === true && PEER.test(request)
      ? fromProject.resolve(request)
      : resolve.call(loader, request, parent, ...rest);
  return project;
}
