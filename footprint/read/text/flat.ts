import { EXPECTED, InputError } from "../input-error";
import type { Json } from "./value";

/** Any real document is far flatter; what walks one relies on it. */
export const DEEPEST = 100;

/** What a value that is nested absurdly deep is refused with. */
export function tooDeep(): InputError {
  return new InputError({ problem: `nested deeper than ${DEEPEST} levels`, fix: EXPECTED });
}

/**
 * Holds a document to a depth that whatever walks it can bear: this walk itself goes no deeper.
 * @throws InputError for one that is nested absurdly deep.
 */
export function requireFlat(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > DEEPEST) throw tooDeep();
  // No list of members is made: every node of the document passes here.
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === "object" && item !== null) requireFlat(item, depth + 1);
    }
  } else {
    for (const key in value) {
      const child = (value as Json)[key];
      if (typeof child === "object" && child !== null) requireFlat(child, depth + 1);
    }
  }
}
