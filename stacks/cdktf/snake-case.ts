import { Tokenization } from "cdktf";

/** Where cdktf keeps its functions for names. */
interface UtilModule {
  snakeCase(text: string): string;
  keysToSnakeCase: (value: unknown) => unknown;
}

/** Modules whose function is replaced already. */
const replaced = new WeakSet<UtilModule>();

/** cdktf converts the name of each argument of each resource with three regular expressions: here, each name once. */
export function cacheSnakeCase(): void {
  const module = require("cdktf/lib/util") as UtilModule;
  if (replaced.has(module)) return;
  replaced.add(module);
  module.keysToSnakeCase = keysInSnakeCase(module.snakeCase);
}

/** A copy of a value whose keys are converted, apart from those beneath `tags` and `environment`, which are the user's. */
export function keysInSnakeCase(snakeCase: (text: string) => string): (value: unknown) => unknown {
  const names = new Map<string, string>();
  return convert;

  function nameOf(key: string): string {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = snakeCase(key);
    names.set(key, name);
    return name;
  }

  function convert(value: unknown): unknown {
    if (typeof value !== "object" || Tokenization.isResolvable(value)) return value;
    if (Array.isArray(value)) return value.map(convert);
    const converted: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value as object)) {
      if (USERS.has(key)) converted[key] = member;
      else converted[nameOf(key)] = convert(member);
    }
    return converted;
  }
}

/** Their keys are names of the user's. */
const USERS = new Set(["environment", "tags"]);
