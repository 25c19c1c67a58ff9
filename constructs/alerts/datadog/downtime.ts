import type {
  DowntimeScheduleRecurringSchedule,
  DowntimeScheduleRecurringScheduleRecurrence,
} from "@cdktf/provider-datadog/lib/downtime-schedule";
import { type BusinessHours, completeHours, WEEKDAYS, type Weekday } from "../business-hours";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Every hour outside of business hours, as recurring downtimes: one for the nights before a working day, one for each
 * longer gap. Undefined where business hours never end.
 *
 * @param since first day, for example `2026-01-05`: without a start Datadog mutes from the moment of creation
 */
export function offHoursSchedule(
  hours: BusinessHours,
  since: string,
): DowntimeScheduleRecurringSchedule | undefined {
  const { timezone, days, fromHour, toHour, graceMinutes } = completeHours(hours);
  const byGap = new Map<number, Weekday[]>();
  days.forEach((day, index) => {
    const next = days[(index + 1) % days.length] ?? day;
    // With one working day per week, the next one is the same day a week later.
    const daysUntil = (WEEKDAYS.indexOf(next) - WEEKDAYS.indexOf(day) + 7) % 7 || 7;
    const gap = daysUntil * 24 - toHour + fromHour;
    if (gap > 0) byGap.set(gap, [...(byGap.get(gap) ?? []), day]);
  });
  if (byGap.size === 0) return undefined;
  const recurrence = [...byGap].map(([gap, from]) => downtime(from, gap * 60 + graceMinutes, toHour, since));
  return { timezone, recurrence };
}

function downtime(
  days: readonly Weekday[],
  minutes: number,
  startHour: number,
  since: string,
): DowntimeScheduleRecurringScheduleRecurrence {
  // At hour 24 the gap begins on the day after.
  const shift = startHour === 24 ? 1 : 0;
  const shifted = days.map((day) => WEEKDAYS[(WEEKDAYS.indexOf(day) + shift) % 7] ?? day);
  return {
    rrule: `FREQ=WEEKLY;BYDAY=${shifted.join(",")}`,
    duration: `${minutes}m`,
    start: `${firstOf(shifted, since)}T${String(startHour % 24).padStart(2, "0")}:00:00`,
  };
}

/** The first of those weekdays at or after a date. */
function firstOf(days: readonly Weekday[], since: string): string {
  const start = Date.parse(`${since}T00:00:00Z`);
  const offset = WEEKDAYS.findIndex((_, ahead) => {
    // 1970-01-01 was a Thursday.
    const weekday = WEEKDAYS[(start / DAY_MS + 3 + ahead) % 7];
    return weekday !== undefined && days.includes(weekday);
  });
  return new Date(start + offset * DAY_MS).toISOString().slice(0, 10);
}
