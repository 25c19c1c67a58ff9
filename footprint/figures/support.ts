import type { SupplyChains } from "./supply-chains";

/** Days before the end of support from which it is reported. */
export const SUPPORT_NOTICE_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A supply chain whose support ends on a known day. */
export interface SupportEnd {
  /** Family with its version. */
  readonly name: string;
  /** Last day of support, ISO date. */
  readonly endOfLife: string;
  /** Days from the date to that day: below 0 where it is past. */
  readonly days: number;
}

/** Which supply chains are in support at a date; each list the first to end first. */
export interface Support {
  /** The date, ISO. */
  readonly asOf: string;
  /** Their last day is before the date. */
  readonly ended: readonly SupportEnd[];
  /** They end within `SUPPORT_NOTICE_DAYS` days, the last day itself included. */
  readonly ending: readonly SupportEnd[];
  /** They go on longer. */
  readonly supported: readonly SupportEnd[];
  /** Chains without a date, and images of an unrecognized runtime. */
  readonly undated: readonly string[];
}

/**
 * Holds supply chains against a date that the caller gives: no clock is read, so that the same input is the same
 * answer on every day.
 *
 * @param asOf a date of the calendar, `YYYY-MM-DD`
 */
export function supportAt({ known, unknown }: SupplyChains, asOf: string): Support {
  const dated = known
    .flatMap(({ name, endOfLife }) =>
      endOfLife === undefined ? [] : [{ name, endOfLife, days: daysBetween(asOf, endOfLife) }],
    )
    // By the day; chains of one day keep the order of their names.
    .sort((left, right) => left.days - right.days);
  return {
    asOf,
    ended: dated.filter(({ days }) => days < 0),
    ending: dated.filter(({ days }) => days >= 0 && days <= SUPPORT_NOTICE_DAYS),
    supported: dated.filter(({ days }) => days > SUPPORT_NOTICE_DAYS),
    undated: [
      ...known.filter(({ endOfLife }) => endOfLife === undefined).map(({ name }) => name),
      ...unknown.map(({ image }) => image),
    ],
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
