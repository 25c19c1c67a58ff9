import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../read/input-error";

/**
 * Loads a module of the user: JavaScript by Node, TypeScript by Node where it strips types, else by the project's own
 * tsx.
 * @param file absolute
 * @param shown the same as the user named it
 * @returns what it exports
 * @throws InputError where TypeScript cannot be loaded, or the module fails
 */
export async function loadModule(file: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const url = pathToFileURL(file).href;
    const load =
      /\.[cm]?ts$/.test(file) && !stripsTypes() ? tsxOf(file, shown) : (each: string) => import(each);
    return (await load(url)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const fix = "correct the module; WEIGHBRIDGE_DEBUG=1 prints the stack trace";
    if (process.env["WEIGHBRIDGE_DEBUG"] === "1" && error instanceof Error) console.error(error.stack);
    throw new InputError({ file: shown, problem: `cannot be loaded: ${problem}`, fix });
  }
}

/** The value that a module exports by default, whichever kind of module it is. */
export function defaultOf(module: Readonly<Record<string, unknown>>): unknown {
  let found: unknown = module;
  while (typeof found === "object" && found !== null && "default" in found) found = found.default;
  return found;
}

function stripsTypes(): boolean {
  return (process.features as { typescript?: unknown }).typescript !== undefined
    ? Boolean((process.features as { typescript?: unknown }).typescript)
    : false;
}

/** The project's own tsx, which needs no configuration. */
function tsxOf(file: string, shown: string): (url: string) => Promise<unknown> {
  const require = createRequire(join(dirname(file), "index.js"));
  let path: string;
  try {
    // The entry for `import`: the one for `require` does not find its own loader.
    const manifest = require.resolve("tsx/package.json");
    const { exports } = require(manifest) as { exports: Record<string, { import: { default: string } }> };
    path = join(dirname(manifest), exports["./esm/api"]?.import.default ?? "");
  } catch {
    throw new InputError({
      file: shown,
      problem: `is TypeScript, which Node ${process.versions.node} does not run`,
      fix: "run `npm install --save-dev tsx`, use Node 22.18 or later, or write weighbridge.config.mjs",
    });
  }
  return async (url) => {
    const { tsImport } = (await import(pathToFileURL(path).href)) as {
      tsImport: (specifier: string, parent: string) => Promise<unknown>;
    };
    return tsImport(url, pathToFileURL(file).href);
  };
}
