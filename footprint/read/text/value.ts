/** A JSON object whose members are not looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

/** True for an object that is neither a list nor null. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of the object itself: `__proto__` and `constructor` are names like any other. */
export function own(object: Json, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A Terraform block, which JSON may write as one object or as a list of them. */
export function blocks(value: unknown): Json[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** Members of a block except Terraform's comments. */
export function members(block: Json): [string, unknown][] {
  const entries = Object.entries(block);
  return Object.hasOwn(block, "//") ? entries.filter(([key]) => key !== "//") : entries;
}

/** Any value as text, also an object that brings a `toString` of its own. */
export function textOf(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
