import { distinct } from "../order";

/** One thing of a lock that is not what it was. */
export interface Drift {
  /** `figures: pods.max`, `reach: a -> b:80`. */
  readonly what: string;
  /** As JSON; absent where it was not there. */
  readonly was?: string;
  /** As JSON; absent where it is gone. */
  readonly is?: string;
}

/** What changed between two locks, in the order of their members. Member by member, so that it reads as a list. */
export function driftOf(was: object, is: object): readonly Drift[] {
  const [before, after] = [flatten(was), flatten(is)];
  const whats = [...new Set([...after.keys(), ...before.keys()])];
  return whats
    .filter((what) => before.get(what) !== after.get(what))
    .map((what) => ({ what, was: before.get(what), is: after.get(what) }));
}

/** Every value of a lock by its path. The texts of a list are a set: each is there or is not. */
function flatten(lock: object): Map<string, string> {
  const found = new Map<string, string>();
  for (const [member, value] of Object.entries(lock)) {
    if (Array.isArray(value)) {
      for (const text of distinct(value.map(String))) found.set(`${member}: ${text}`, "listed");
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) found.set(`${member}: ${name}`, asText(inner));
    } else {
      found.set(member, asText(value));
    }
  }
  return found;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
