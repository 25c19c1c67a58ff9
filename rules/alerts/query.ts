/** A label matcher of PromQL. */
export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

const MATCHER = /([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"/g;
/** A metric before a selector, a range or a comparison; names of functions have a bracket behind. */
const METRIC = /\b([a-z_:][\w:]*)(?=\s*(?:\{|\[|[)<>=!*/+\-,]|$))/gi;

/** Matchers of all selectors of a query. */
export function matchersOf(query: string): Matcher[] {
  return [...query.matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = ""]) =>
    [...inside.matchAll(MATCHER)].map(([, label = "", operator = "", value = ""]) => ({
      label,
      operator,
      value,
    })),
  );
}

/** Names in a query that may be metrics. */
export function metricsOf(query: string): string[] {
  const bare = query
    .replace(/\{[^{}]*\}/g, "{")
    .replace(/"[^"]*"/g, "")
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/gi, "");
  return [...new Set([...bare.matchAll(METRIC)].map(([, name = ""]) => name))].filter((name) =>
    name.includes("_"),
  );
}

/** A comparison with a number at the end of a condition: `x > 5`. */
export function thresholdOf(
  condition: string,
): { left: string; operator: string; value: number } | undefined {
  const [, left, operator, value] =
    /^(.*?)\s*(<=|>=|==|!=|<|>)\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*$/s.exec(condition) ?? [];
  return left === undefined || operator === undefined ? undefined : { left, operator, value: Number(value) };
}
