import { type AlertData, defineAlerts, type SignalName } from "../../constructs/alerts";

const REASON =
  "The review expects it and sets no alert. The high bound of its range is read as a 95th percentile over 5 minutes; a warning.";

/**
 * The response times that review 003 expects of each phase, as warnings; it names monitoring and gives no table.
 * `config/reviews/alert-sources.ts` quotes them.
 */
export const SHOP_ALERTS = defineAlerts([
  phase(1, 2),
  phase(2, 0.5),
  phase(3, 0.15),
  phase(4, 0.05),
  {
    id: "shop-cache-misses",
    title: "HTTP cache misses too often",
    condition: { signal: "cacheHitRatio", comparison: "<", thresholds: { warning: 0.85 } },
    windowSeconds: 300,
    action: "See what bypasses the cache: a new cookie, a changed Vary, an invalidation that is too wide.",
    reason:
      "The review expects it and sets no alert. The lower bound of its range, over 5 minutes; a warning.",
  },
  page("shop-search-slow", "Search is slower than phase 5 should be", "searchP95Seconds", 0.02),
  page("shop-autocomplete-slow", "Auto-complete is slow", "autocompleteP95Seconds", 0.01),
  page("shop-listing-slow", "Listing pages are slow", "listingP95Seconds", 0.015),
  page("shop-filter-slow", "Filtered listings are slow", "filterP95Seconds", 0.05),
  page("shop-index-late", "Search index is late", "indexUpdateP95Seconds", 0.1),
]);

function phase(number: number, seconds: number): AlertData {
  return page(
    `shop-${number}-slow`,
    `Responses are slower than phase ${number} should be`,
    "responseP95Seconds",
    seconds,
  );
}

function page(id: string, title: string, signal: SignalName, seconds: number): AlertData {
  return {
    id,
    title,
    condition: { signal, comparison: ">", thresholds: { warning: seconds } },
    windowSeconds: 300,
    action: "Compare with the load test of this phase: more traffic than it is sized for, or slower code.",
    reason: REASON,
  };
}
