import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { InputError } from "../read/input-error";

/** Names of a file that defines a review. */
export const REVIEW_FILES = ["weighbridge.yaml", "weighbridge.yml"] as const;
/** Names of a module that exports one. */
export const CONFIG_MODULES = ["ts", "mts", "cts", "mjs", "js", "cjs"].map(
  (ext) => `weighbridge.config.${ext}`,
);

/**
 * The definition that is nearest: in this folder, else in the next one above.
 * @returns its path, relative to the folder; undefined where there is none
 * @throws InputError where a folder has two
 */
export function findReview(folder = "."): string | undefined {
  const start = resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    const [found, other] = [...REVIEW_FILES, ...CONFIG_MODULES].filter((name) => existsSync(join(at, name)));
    const shown = join(folder, relative(start, at));
    if (found !== undefined && other !== undefined)
      throw new InputError({
        file: join(shown, found),
        problem: `${other} is beside it, and both define a review`,
        fix: "remove one of them, or choose with --config",
      });
    if (found !== undefined) return join(shown, found);
    if (at === dirname(at)) return undefined;
  }
}

/** True for a module, which is code; a file of YAML is only read. */
export function isConfigModule(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}
