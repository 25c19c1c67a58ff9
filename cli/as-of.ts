import { UsageError } from "./errors";

/**
 * A date of `--as-of`, as it is written.
 * @throws UsageError when it is no date of the calendar, such as 2026-02-30
 */
export function parseAsOf(word: string): string {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(`${word}T00:00:00Z`) : Number.NaN;
  // Some engines roll 30 February over to March instead of refusing it.
  if (!Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(word)) return word;
  throw new UsageError(`--as-of must be a date such as 2026-11-30, got "${word}"`);
}
