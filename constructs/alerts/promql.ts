/** Label matchers; a list of values matches any of them. */
export type Matchers = Readonly<Record<string, string | readonly string[]>>;

/** `{job="a",topic=~"b|c"}`. */
export function selector(matchers: Matchers): string {
  const parts = Object.entries(matchers).map(([label, value]) =>
    typeof value === "string"
      ? `${label}=${JSON.stringify(value)}`
      : `${label}=~${JSON.stringify(value.map(escapeRegex).join("|"))}`,
  );
  return `{${parts.join(",")}}`;
}

/**
 * The share of a counter's growth that also matches `part`, for example `status=~"5.."`. It is 0 where no series
 * matches.
 */
export function shareOf(counter: string, all: Matchers, part: string, windowSeconds: number): string {
  const whole = selector(all);
  const narrowed = `${whole.slice(0, -1)},${part}}`;
  const window = duration(windowSeconds);
  return `(sum(rate(${counter}${narrowed}[${window}])) or vector(0)) / sum(rate(${counter}${whole}[${window}]))`;
}

/** How far back a series is looked for before it counts as new: longer than a Prometheus is usually down. */
const KNOWN_SECONDS = 6 * 3600;
/** Labels of the pod that was scraped. Behind a collector they change when a service connects to another replica. */
const SCRAPED = "without (container, endpoint, pod)";

/**
 * Growth of a counter that begins with its first event, summed over its series. `increase` alone does not count the
 * first sample of a series, so the value of a series that is new in the window counts as a whole.
 */
export function growth(counter: string, matchers: Matchers, windowSeconds: number): string {
  const [series, window] = [`${counter}${selector(matchers)}`, duration(windowSeconds)];
  const known = `last_over_time(${series}[${duration(KNOWN_SECONDS)}] offset ${window})`;
  const first = `max ${SCRAPED} (${series}) unless max ${SCRAPED} (${known})`;
  return `sum((${first}) or sum ${SCRAPED} (increase(${series}[${window}])))`;
}

/** A quantile of a classic histogram, over a window. */
export function quantile(q: number, histogram: string, matchers: Matchers, windowSeconds: number): string {
  const buckets = `rate(${histogram}_bucket${selector(matchers)}[${duration(windowSeconds)}])`;
  return `histogram_quantile(${q}, sum by (le) (${buckets}))`;
}

/** A duration in the largest whole unit: `90s`, `5m`, `6h`. */
export function duration(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function escapeRegex(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
