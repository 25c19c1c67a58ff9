/** Kind of a value, for an error's text. The value itself may be a secret. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? (value === "" ? "an empty text" : "a text") : `a ${typeof value}`;
}

/** A number with an optional unit. Longer texts are not numbers that somebody mistyped. */
const NUMBER = /^[+-]?[\d._]{1,20}(?:[eE][+-]?\d{1,9})?[A-Za-zµ%]{0,2}$/;

/** A value in place of a number: itself if it looks like one, such as `-1` or `256MB`, else its kind. */
export function numberOrKind(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && NUMBER.test(value) ? JSON.stringify(value) : kindOf(value);
}
