/** Orders text by code unit: the same in every locale. */
export function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A sorted copy, ordered by a text of each item, which is made once; items of one text keep their order. */
export function sortedBy<T>(items: readonly T[], text: (item: T) => string): T[] {
  // Most lists of an option are this short.
  if (items.length < 2) return [...items];
  const keys = items.map(text);
  // So are most of those that are left: what is read comes in the order of its addresses.
  if (keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") <= key)) return [...items];
  const keyed = items.map((item, index) => ({ item, key: keys[index] ?? "" }));
  return keyed.sort((left, right) => byText(left.key, right.key)).map(({ item }) => item);
}

/** Each text once, in the order of the first. */
export function once(texts: readonly string[]): string[] {
  return texts.length < 2 ? [...texts] : [...new Set(texts)];
}

/** Each text once, sorted. */
export function distinct(texts: readonly string[]): string[] {
  return texts.length < 2 ? [...texts] : once(texts).sort(byText);
}

/** Items by a text of each, in their order. */
export function grouped<T>(items: readonly T[], text: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = text(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The first names of many as text, and how many more there are. */
export function firstOf(names: readonly string[], total: number, separator = ", "): string {
  const listed = names.join(separator);
  return names.length < total ? `${listed} and ${total - names.length} more` : listed;
}
