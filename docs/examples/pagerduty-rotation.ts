import type { Construct } from "constructs";
import { PagerDutyRotation } from "weighbridge/constructs/pagerduty-rotation";

/** The shop's own team, a week each. */
export function shopOnCall(scope: Construct): PagerDutyRotation {
  // #region example
  return new PagerDutyRotation(scope, "OnCall", {
    name: "shop",
    emails: ["ada@example.com", "grace@example.com", "linus@example.com"],
    start: "2026-01-05T09:00:00+01:00",
    timeZone: "Europe/Berlin",
  });
  // #endregion
}
