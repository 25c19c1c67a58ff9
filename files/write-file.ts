import {
  chmodSync,
  chownSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../errors/user-error";
import { withStaging } from "./staging";

/**
 * Writes a result to the file that the user named: whole or not at all. A link stays a link and its target is written,
 * a device or a pipe is written to, and a file keeps its mode and, where that is allowed, its owner.
 *
 * @param flag how the user named it, for the message: `--out report.html`
 * @throws UserError where it cannot be written
 */
export function writeFile(path: string, text: string, flag: string): void {
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    const descriptor = descriptorOf(path);
    // A file behind /dev/stdout has an end to go on from, and what is in it stays.
    if (descriptor !== undefined && before?.isFile()) writeFileSync(descriptor, text);
    // A pipe behind /dev/stdout has no path of its own.
    else if (before !== undefined && !before.isFile()) writeFileSync(path, text);
    else replace(resolved(path), text, before);
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    // A reader that stops early, such as `head`, is no error.
    if (code === "EPIPE") return;
    throw new UserError(`${flag}: cannot be written (${code}); ${FIXES[code] ?? "name another file"}`);
  }
}

const FIXES: Readonly<Record<string, string>> = {
  EACCES: "name a file in a folder that you may write to",
  EISDIR: "name a file, not a folder",
  ENOENT: "name a file in a folder that exists",
  ENOSPC: "free some space on the disk",
  EROFS: "name a file on a disk that is not read-only",
};

/** Number of the open file that a path such as `/dev/stdout` or `/proc/self/fd/3` means. */
function descriptorOf(path: string): number | undefined {
  if (path === "/dev/stdout") return 1;
  if (path === "/dev/stderr") return 2;
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** The file behind links, whether it exists yet or not. */
function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const folder = realpathSync(dirname(path));
    const file = join(folder, basename(path));
    const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return isLink ? resolved(resolve(folder, readlinkSync(file))) : file;
  }
}

function replace(target: string, text: string, before: Stats | undefined): void {
  withStaging(dirname(target), (folder) => {
    const draft = join(folder, "file");
    writeFileSync(draft, text, { flush: true });
    if (before !== undefined) {
      keepOwner(draft, before);
      chmodSync(draft, before.mode);
    }
    renameSync(draft, target);
  });
}

/** Only root may give a file away: for anyone else it becomes the user's own. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {}
}
