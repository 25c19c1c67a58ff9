import type { Figure } from "../figures/figure";
import type { Interval, Lead } from "./model";

/** A figure as the interval of its real value: a lower bound has no high end. */
export function intervalOf({ value, atLeast }: Figure): Interval {
  return { low: value, high: atLeast ? null : value };
}

/** From the least to the most that a figure can be on an ordinary day. */
export function between(least: Figure, most: Figure): Interval {
  return {
    low: Math.min(least.value, most.value),
    high: least.atLeast || most.atLeast ? null : Math.max(least.value, most.value),
  };
}

/** True where nothing is resolved: 0 or more. */
export function isUndetermined({ low, high }: Interval): boolean {
  return low === 0 && high === null;
}

/** True where the real value of one is at most that of the other, whatever both are. */
export function isAtMost(one: Interval, other: Interval): boolean {
  return one.high !== null && one.high <= other.low;
}

/** True where one is at most the other at each end, both of them known. */
export function isAtMostAtEnds(one: Interval, other: Interval): boolean {
  return one.low <= other.low && one.high !== null && other.high !== null && one.high <= other.high;
}

/** The two have one value. */
export function isEqual(one: Interval, other: Interval): boolean {
  return one.low === other.low && one.high === other.high;
}

/**
 * How far one is behind the leader; undefined where that can be anything.
 * @param steps whole steps in one unit, in which it is exact
 */
export function leadOver(leader: Interval, next: Interval, steps: number): Lead | undefined {
  if (leader.high === null || isUndetermined(next)) return undefined;
  const apart = (one: number, other: number) => (Math.round(one * steps) - Math.round(other * steps)) / steps;
  const isRange = leader.low !== leader.high;
  // End with end where both are ranges: the parts of an estimate that differ move together.
  const low = isRange ? apart(next.low, leader.low) : apart(next.low, leader.high);
  const high = next.high === null ? null : apart(next.high, isRange ? leader.high : leader.low);
  const percent = leader.low === 0 ? undefined : Math.round((low / leader.low) * 100);
  return { low, high, ...(percent === undefined ? {} : { percent }) };
}
