import { existsSync, realpathSync } from "node:fs";
import { sep } from "node:path";
import { InputError, mapEach } from "../input-error";
import { isFolder, manifestFiles } from "./files";

/**
 * A folder of a review is read for what is in it: a link may lead anywhere, and nobody named that.
 * @throws InputError with every link that leads out of the folder; none for a file
 */
export function refuseLinksOut(path: string): void {
  if (!isFolder(path)) return;
  const root = realpathSync(path);
  mapEach(manifestFiles(path), (file) => {
    const target = existsSync(file) ? realpathSync(file) : file;
    if (existsSync(file) && !target.startsWith(root + sep))
      throw new InputError({
        file,
        problem: "is a link that leads out of its folder",
        fix: "name what it leads to under 'from'",
      });
  });
}
