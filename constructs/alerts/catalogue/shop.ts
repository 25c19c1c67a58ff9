import { type AlertData, defineAlerts } from "../alert";
import type { SignalName } from "../signals";
import { source } from "./reviews";

const CHOSEN =
  "The review expects it and sets no alert. The slow end of its range is read as a 95th percentile over 5 minutes; nobody is woken.";

/** What review 003 expects of each phase, as warnings; it names monitoring and gives no table. */
export const SHOP_ALERTS = defineAlerts([
  phase(1, "Traditional Infrastructure", 2, "Response Time: 800ms - 2000ms"),
  phase(2, "Infrastructure Optimization", 0.5, "Response Time: 200ms - 500ms"),
  phase(3, "Code + Infrastructure Optimization", 0.15, "Response Time: 50ms - 150ms"),
  phase(4, "HTTP Caching Layer", 0.05, "Response Time: 10ms - 50ms"),
  {
    id: "shop-cache-misses",
    title: "HTTP cache misses too often",
    condition: { signal: "cacheHitRatio", comparison: "<", thresholds: { warning: 0.85 } },
    windowSeconds: 300,
    action: "See what bypasses the cache: a new cookie, a changed Vary, an invalidation that is too wide.",
    sources: [source("003", "Phase 4: HTTP Caching Layer", "Cache Hit Ratio: 85-95% for product pages")],
    chosen:
      "The review expects it and sets no alert. The lower end of its range, over 5 minutes; nobody is woken.",
  },
  page("shop-search-slow", "Search is slower than OpenSearch should make it", "searchP95Seconds", 0.02, [
    "Phase 5: Search Optimization",
    "Search Response Time: 5ms - 20ms",
  ]),
  page("shop-autocomplete-slow", "Auto-complete is slow", "autocompleteP95Seconds", 0.01, [
    "Phase 5: Search Optimization",
    "Auto-complete Latency: <10ms",
  ]),
  page("shop-listing-slow", "Listing pages are slow", "listingP95Seconds", 0.015, [
    "Phase 6: Search-Driven Architecture",
    "Listing Page Response: 5ms - 15ms",
  ]),
  page("shop-filter-slow", "Filtered listings are slow", "filterP95Seconds", 0.05, [
    "Phase 6: Search-Driven Architecture",
    "Complex Filter Queries: <50ms",
  ]),
  page("shop-index-late", "Search index is late", "indexUpdateP95Seconds", 0.1, [
    "Phase 6: Search-Driven Architecture",
    "Index Update Latency: <100ms",
  ]),
]);

function phase(number: number, name: string, seconds: number, words: string): AlertData {
  return page(
    `shop-${number}-slow`,
    `Responses are slower than phase ${number} should be`,
    "responseP95Seconds",
    seconds,
    [`Phase ${number}: ${name}`, words],
  );
}

function page(
  id: string,
  title: string,
  signal: SignalName,
  seconds: number,
  [section, words]: readonly [string, string],
): AlertData {
  return {
    id,
    title,
    condition: { signal, comparison: ">", thresholds: { warning: seconds } },
    windowSeconds: 300,
    action: "Compare with the load test of this phase: more traffic than it was made for, or slower code.",
    sources: [source("003", section, words)],
    chosen: CHOSEN,
  };
}
