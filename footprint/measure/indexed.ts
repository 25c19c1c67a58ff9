type Index<T> = ReadonlyMap<string, readonly T[]>;

/** Finds items of a list by a key, in the order of the list, which is gone through once: thousands of options ask. */
export function indexedBy<T>(keyOf: (item: T) => string): (items: readonly T[]) => Index<T> {
  const indexes = new WeakMap<readonly T[], Index<T>>();
  return (items) => {
    const known = indexes.get(items);
    if (known !== undefined) return known;
    const index = new Map<string, T[]>();
    for (const item of items) {
      const found = index.get(keyOf(item));
      if (found === undefined) index.set(keyOf(item), [item]);
      else found.push(item);
    }
    indexes.set(items, index);
    return index;
  };
}
