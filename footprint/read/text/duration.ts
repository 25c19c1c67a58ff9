const UNITS: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};
const PART = /(\d+(?:\.\d+)?)(h|ms|us|µs|ns|m|s)/g;

/**
 * Seconds of a duration as Go writes it, `1h30m`, `45s`, or of a bare number of seconds.
 *
 * @returns nothing for what is neither
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function seconds(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return undefined;
  const sum = parts.reduce((total, [, amount, unit]) => total + Number(amount) * (UNITS[unit ?? ""] ?? 0), 0);
  // Whole microseconds: binary fractions leave dust in the sum.
  return Math.round(sum * 1e6) / 1e6;
}
