/** Orders text by code unit: the same in every locale. */
export function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A sorted copy, ordered by a text of each item. */
export function sortedBy<T>(items: readonly T[], text: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: text(item) }));
  return keyed.sort((left, right) => byText(left.key, right.key)).map(({ item }) => item);
}

/** Each text once, sorted. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byText);
}
