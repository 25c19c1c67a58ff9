import type { Cursor } from "../terraform/cursor";

/** `[www]`, the head of an FPM pool. */
const POOL = /^\s*\[([^\]]+)\]/;
const MAX_CHILDREN = /^\s*pm\.max_children\s*=\s*(\d+)/;
/** FrankenPHP's workers in a Caddyfile, as a block or on one line, and in `FRANKENPHP_CONFIG`. */
const WORKER_BLOCK = /\bworker\s*\{([^}]*)\}/g;
const WORKER_LINE = /\bworker\s+[^\s{]+\s+(\d+)/g;
const NUM = /(?:^|\s)num\s+(\d+)/;

/** Programs that keep PHP processes for requests. */
const SERVES_PHP = /php-?fpm|frankenphp/i;

/**
 * PHP processes that work on requests at once, as configuration files say: the children of every FPM pool, of which
 * a later file may change one that an earlier one made, and FrankenPHP's workers.
 *
 * @returns nothing where no text says how many
 * @see https://www.php.net/manual/en/install.fpm.configuration.php
 * @see https://frankenphp.dev/docs/config/
 */
export function phpWorkersIn(texts: readonly string[]): number | undefined {
  const counts = [...poolSizes(texts).values(), ...texts.flatMap(frankenPhpWorkers)];
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * True where a container's command runs something else than the server of its image: a queue worker, a migration.
 * Arguments alone replace the image's command, but options are handed to it.
 */
export function runsNoServer(container: Cursor): boolean {
  const words = [...container.texts("command"), ...container.texts("args")];
  const [first] = words;
  return first !== undefined && !first.startsWith("-") && !words.some((word) => SERVES_PHP.test(word));
}

function poolSizes(texts: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const text of texts) {
    if (!text.includes("pm.max_children")) continue;
    let pool = "";
    for (const line of text.split("\n")) {
      pool = POOL.exec(line)?.[1] ?? pool;
      const children = MAX_CHILDREN.exec(line)?.[1];
      if (children !== undefined) sizes.set(pool, Number(children));
    }
  }
  return sizes;
}

function frankenPhpWorkers(text: string): number[] {
  if (!text.includes("worker")) return [];
  const blocks = [...text.matchAll(WORKER_BLOCK)].flatMap(([, body]) => NUM.exec(body ?? "")?.[1] ?? []);
  const lines = [...text.matchAll(WORKER_LINE)].flatMap(([, count]) => count ?? []);
  return [...blocks, ...lines].map(Number);
}
