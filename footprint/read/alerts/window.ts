/** Seconds as alerts write them: `300` is `5m`. */
export function windowOf(seconds: number): string {
  const units = [
    ["d", 86_400],
    ["h", 3_600],
    ["m", 60],
  ] as const;
  const [unit, size] = units.find(([, each]) => seconds >= each && seconds % each === 0) ?? ["s", 1];
  return `${seconds / size}${unit}`;
}

/** A query on one line. */
export function onOneLine(query: string): string {
  return query.replace(/\s+/g, " ").trim();
}
