import type { IConstruct } from "constructs";
import { type BusinessHours, WEEKDAYS } from "../alerts";
import { isToken, refuse } from "../core/errors";
import { requireInteger, requireKnown } from "../core/validate";

/** Business hours, and the first day with alerts on missing traffic. */
export interface B2BBusinessHours extends BusinessHours {
  /** Day from which nights and days off are muted, `2026-01-05`. */
  readonly since: string;
}

/** @throws ValidationError `NotInteger`, `OutOfRange`, `Unknown`, `BadName`, `Missing` */
export function requireBusinessHours(scope: IConstruct, hours: B2BBusinessHours): void {
  const { days, fromHour = 8, toHour = 18, graceMinutes, since, timezone } = hours;
  requireKnown(scope, {
    "businessHours.fromHour": fromHour,
    "businessHours.toHour": toHour,
    "businessHours.graceMinutes": graceMinutes,
  });
  requireInteger(scope, "businessHours.fromHour", fromHour, { min: 0, max: 23 });
  requireInteger(scope, "businessHours.toHour", toHour, { min: 1, max: 24 });
  requireInteger(scope, "businessHours.graceMinutes", graceMinutes, { min: 0, max: 59 });
  if (fromHour >= toHour) {
    const must = `be below 'businessHours.toHour' (${toHour})`;
    const fix = "lower one or raise the other";
    refuse(scope, { code: "OutOfRange", prop: "businessHours.fromHour", must, got: fromHour, fix });
  }
  if (days?.length === 0) {
    const fix = `name some of ${WEEKDAYS.join(", ")}`;
    refuse(scope, { code: "Missing", prop: "businessHours.days", must: "name a day", got: "none", fix });
  }
  if (!isDate(since)) {
    const must = "be a date";
    refuse(scope, {
      code: "BadName",
      prop: "businessHours.since",
      must,
      got: since,
      fix: "write it as 2026-01-05",
    });
  }
  if (!isToken(timezone) && !isTimezone(timezone)) {
    const fix = "give an IANA name, for example Asia/Bangkok";
    refuse(scope, {
      code: "BadName",
      prop: "businessHours.timezone",
      must: "be a time zone",
      got: timezone,
      fix,
    });
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isTimezone(name: string): boolean {
  // The list is fast; a formatter, which also accepts former names, takes as long as a whole stack.
  if (Intl.supportedValuesOf("timeZone").includes(name)) return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
