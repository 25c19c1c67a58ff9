import { grouped } from "../order";

type Index<T> = ReadonlyMap<string, readonly T[]>;

/** Finds items of a list by a key, in the order of the list, which is gone through once: thousands of options ask. */
export function indexedBy<T>(keyOf: (item: T) => string): (items: readonly T[]) => Index<T> {
  const indexes = new WeakMap<readonly T[], Index<T>>();
  return (items) => {
    const known = indexes.get(items);
    if (known !== undefined) return known;
    const index = grouped(items, keyOf);
    indexes.set(items, index);
    return index;
  };
}
