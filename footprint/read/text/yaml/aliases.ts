import { TOO_MANY_ALIASES, YamlError } from "./problems";

/** Values that a text may have when every alias is replaced; more would exhaust the memory of what walks them. */
const MOST_VALUES = 1_000_000;

/**
 * Holds aliases to a bound on what they become, not on their number.
 * @throws YamlError for too many values, and for an alias inside of its own anchor
 */
export function requireFewAliases(values: readonly unknown[]): void {
  const sizes = new Map<object, number>();
  const sizeOf = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) {
      if (known === OPEN) throw new YamlError("an alias inside of its own anchor");
      return known;
    }
    sizes.set(value, OPEN);
    let size = 1;
    for (const member of Object.values(value)) size += sizeOf(member);
    sizes.set(value, size);
    return size;
  };
  let total = 0;
  for (const value of values) total += sizeOf(value);
  if (total > MOST_VALUES) throw new YamlError(TOO_MANY_ALIASES);
}

/** What the library makes of a name that is a map. */
const MAP_AS_NAME = "[object Object]";

/**
 * Refuses maps in place of names, which `{{ value }}` of a template is to YAML.
 * @throws YamlError for the first one
 */
export function requireNames(values: readonly unknown[]): void {
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (Object.hasOwn(value, MAP_AS_NAME)) throw new YamlError("a name is a map");
    for (const member of Object.values(value)) visit(member);
  };
  for (const value of values) visit(value);
}

/** Of a value whose members are counted right now. */
const OPEN = -1;
