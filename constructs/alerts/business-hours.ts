/** Days of the week as iCalendar writes them. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** When traffic is expected. */
export interface BusinessHours {
  /** IANA name of the time zone, for example `Asia/Bangkok`. */
  readonly timezone: string;
  /**
   * Days that count.
   * @default - Monday to Friday
   */
  readonly days?: readonly Weekday[];
  /**
   * Hour at which they begin, 0 to 23.
   * @default 8
   */
  readonly fromHour?: number;
  /**
   * Hour at which they end, 1 to 24.
   * @default 18
   */
  readonly toHour?: number;
  /**
   * Minutes after the start of business hours in which silence is not a fault, so that the quiet night does not fire
   * the alert. At least the window of the muted alert.
   * @default 5
   */
  readonly graceMinutes?: number;
}

/** Business hours with all defaults, days in the order of the week. */
export function completeHours(hours: BusinessHours): Required<BusinessHours> {
  const {
    timezone,
    days = ["MO", "TU", "WE", "TH", "FR"],
    fromHour = 8,
    toHour = 18,
    graceMinutes = 5,
  } = hours;
  return { timezone, days: WEEKDAYS.filter((day) => days.includes(day)), fromHour, toHour, graceMinutes };
}
