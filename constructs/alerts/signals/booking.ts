import { shareOf } from "../promql";
import type { Signal } from "../signal";

/**
 * Signals of the funnel from a search to a confirmed booking. The service itself counts each step, with the labels
 * `stage` (search, checkout, reserve, confirm) and `outcome` (ok, error); Datadog counts spans instead.
 */
export const BOOKING_SIGNALS = {
  bookingErrorRatio: {
    title: "share of reservations and confirmations that fail",
    section: "funnel",
    unit: "ratio",
    evaluation: "across",
    prometheus: (read, seconds) =>
      shareOf(
        `${read("applicationMetricPrefix")}_booking_requests_total`,
        { job: read("service"), stage: ["reserve", "confirm"] },
        'outcome="error"',
        seconds,
      ),
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) => {
        const hits = `sum:${read("spanMetricPrefix")}.booking.hits`;
        return `${hits}{status:error}.as_count() / ${hits}{*}.as_count()`;
      },
    },
  },
} satisfies Record<string, Signal>;
