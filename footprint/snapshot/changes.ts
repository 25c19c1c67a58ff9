import { distinct } from "../order";

/** One value of a snapshot that changed. */
export interface Change {
  /** `figures: pods.max`, `reach: a -> b:80`. */
  readonly what: string;
  /** As JSON; absent if the value is new. */
  readonly was?: string;
  /** As JSON; absent if the value was removed. */
  readonly is?: string;
}

/** The changes between two snapshots, in the order of their members, one for each value. */
export function changesOf(was: object, is: object): readonly Change[] {
  const [before, after] = [flatten(was), flatten(is)];
  const whats = [...new Set([...after.keys(), ...before.keys()])];
  return whats
    .filter((what) => before.get(what) !== after.get(what))
    .map((what) => ({ what, was: before.get(what), is: after.get(what) }));
}

/** Every value of a snapshot by its path. A list of texts is a set: its order is no change. */
function flatten(snapshot: object): Map<string, string> {
  const found = new Map<string, string>();
  for (const [member, value] of Object.entries(snapshot)) {
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
