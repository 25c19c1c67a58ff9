import { printable } from "../errors/printable";
import { isUserError, UserError } from "../errors/user-error";

/** Wrong usage: one line that says what is wrong and what to do. */
export class UsageError extends UserError {
  public override readonly name = "UsageError";
}

/** How a command that failed ends. */
export interface Failure {
  readonly exitCode: 2 | 3;
  /** What stderr gets, without the name of the command. */
  readonly lines: readonly string[];
}

/** Codes of the operating system that speak of the user's files and disks. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EDQUOT: "the disk quota is used up",
  EISDIR: "it is a folder",
  ELOOP: "too many symbolic links",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "no such file or folder",
  ENOSPC: "no space left on the disk",
  ENOTDIR: "a part of the path is not a folder",
  EPERM: "operation not permitted",
  EROFS: "the file system is read-only",
};

/**
 * What to say of an error. What the user or the user's machine caused ends with exit code 2 and one line a fault.
 * Anything else is a defect of this package: exit code 3 and one line, with the stack under `WEIGHBRIDGE_DEBUG=1`.
 */
export function failureOf(error: unknown, env: NodeJS.ProcessEnv = process.env): Failure {
  if (isUserError(error))
    return { exitCode: 2, lines: error.message.split("\n").map((line) => printable(line)) };
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code !== undefined && Object.hasOwn(SYSTEM, code)) {
    const place = path === undefined ? "" : `${path}: `;
    return {
      exitCode: 2,
      lines: [printable(`${place}${syscall ?? "access"} failed: ${SYSTEM[code]} (${code})`)],
    };
  }
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const isDebug = env["WEIGHBRIDGE_DEBUG"] === "1";
  const hint = isDebug ? "please report it" : "please report it with what WEIGHBRIDGE_DEBUG=1 prints";
  const stack = isDebug && error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return {
    exitCode: 3,
    lines: [`internal error: ${printable(first, 300)}; ${hint}`, ...stack.map((line) => printable(line))],
  };
}
