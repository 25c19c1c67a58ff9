import type { Expected, ExpectedAmount } from "../../model/expected";

const FILE = "003_0fefc16f43783c8b.txt";
const ROADMAP = "Performance Optimization Roadmap";
const PHASE_1 = `${ROADMAP} > Phase 1: Traditional Infrastructure (Intentional Bottlenecks)`;
const PHASE_2 = `${ROADMAP} > Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)`;
const PHASE_3 = `${ROADMAP} > Phase 3: Code + Infrastructure Optimization`;
const PHASE_4 = `${ROADMAP} > Phase 4: HTTP Caching Layer (Varnish)`;
const PHASE_5 = `${ROADMAP} > Phase 5: Search Optimization (OpenSearch)`;
const PHASE_6 = `${ROADMAP} > Phase 6: Search-Driven Architecture`;
const BLOG = "Infrastructure Performance Demonstration > Blog Content Strategy";
const PRODUCTION = "Deployment Architecture > Production Considerations";

function amount(
  section: string,
  words: string,
  ends: Pick<ExpectedAmount, "low" | "high" | "of">,
): readonly [ExpectedAmount] {
  return [{ ...ends, source: { file: FILE, section, words } }];
}

/** The same in every phase: Docker Swarm on machines that nobody promises anything of. */
const EVERYWHERE: Expected = {
  updateOutageSeconds: amount(PRODUCTION, "Rolling updates with zero-downtime deployment", { high: 0 }),
  availability: { promises: [], unpromised: ["the machines of the Swarm"] },
};

/** Phase 4, which phases 5 to 7 add search and copies to. */
const CACHED: Expected = {
  ...EVERYWHERE,
  requestsPerSecond: amount(PHASE_4, "Requests/Second: 5000+ RPS", { low: 5000 }),
  responseMs: amount(PHASE_4, "Response Time: 10ms - 50ms", { low: 10, high: 50 }),
  memoryMbPerRequest: amount(PHASE_4, "Memory Usage: 2MB per request", { low: 2, high: 2 }),
  concurrentUsers: amount(PHASE_4, "Concurrent Users: 5000+ users", { low: 5000 }),
};

const SEARCH: Expected = {
  ...CACHED,
  requestsPerSecond: [
    ...(CACHED.requestsPerSecond ?? []),
    ...amount(PHASE_5, "Search Throughput: 10,000+ queries/second", { low: 10_000, of: "search" }),
  ],
  responseMs: [
    ...(CACHED.responseMs ?? []),
    ...amount(PHASE_5, "Search Response Time: 5ms - 20ms", { low: 5, high: 20, of: "search" }),
    ...amount(PHASE_5, "Auto-complete Latency: <10ms", { high: 10, of: "auto-complete" }),
  ],
};

const SEARCH_DRIVEN: Expected = {
  ...SEARCH,
  responseMs: [
    ...(SEARCH.responseMs ?? []),
    ...amount(PHASE_6, "Listing Page Response: 5ms - 15ms", { low: 5, high: 15, of: "listing pages" }),
    ...amount(PHASE_6, "Complex Filter Queries: <50ms", { high: 50, of: "complex filters" }),
    ...amount(PHASE_6, "Index Update Latency: <100ms", { high: 100, of: "updates of the index" }),
  ],
  concurrentUsers: [
    ...(SEARCH.concurrentUsers ?? []),
    ...amount(PHASE_6, "Concurrent Search Users: 10,000+", { low: 10_000, of: "search" }),
  ],
};

/** What each phase is expected to do; phases 5 to 7 give what they add to phase 4. */
export const SHOP_EXPECTED: Readonly<Record<string, Expected>> = {
  "shop-1-traditional": {
    ...EVERYWHERE,
    requestsPerSecond: amount(PHASE_1, "Requests/Second: 50-100 RPS", { low: 50, high: 100 }),
    responseMs: amount(PHASE_1, "Response Time: 800ms - 2000ms", { low: 800, high: 2000 }),
    memoryMbPerRequest: amount(PHASE_1, "Memory Usage: 32MB per request", { low: 32, high: 32 }),
    concurrentUsers: amount(PHASE_1, "Concurrent Users: 50-100 users", { low: 50, high: 100 }),
  },
  "shop-2-frankenphp": {
    ...EVERYWHERE,
    requestsPerSecond: amount(PHASE_2, "Requests/Second: 300-800 RPS", { low: 300, high: 800 }),
    responseMs: amount(PHASE_2, "Response Time: 200ms - 500ms", { low: 200, high: 500 }),
    memoryMbPerRequest: amount(PHASE_2, "Memory Usage: 8MB per request", { low: 8, high: 8 }),
    concurrentUsers: amount(PHASE_2, "Concurrent Users: 200-500 users", { low: 200, high: 500 }),
  },
  "shop-3-tuned": {
    ...EVERYWHERE,
    requestsPerSecond: amount(PHASE_3, "Requests/Second: 2000+ RPS", { low: 2000 }),
    responseMs: amount(PHASE_3, "Response Time: 50ms - 150ms", { low: 50, high: 150 }),
    memoryMbPerRequest: amount(PHASE_3, "Memory Usage: 4MB per request", { low: 4, high: 4 }),
    concurrentUsers: amount(PHASE_3, "Concurrent Users: 1000+ users", { low: 1000 }),
  },
  "shop-4-varnish": CACHED,
  "shop-5-opensearch": SEARCH,
  "shop-6-search-driven": SEARCH_DRIVEN,
  "shop-7-enterprise": {
    ...SEARCH_DRIVEN,
    requestsPerSecond: [
      ...amount(BLOG, "From 100 to 10,000+ RPS: A Complete E-commerce Optimization Journey", { low: 10_000 }),
      ...(SEARCH_DRIVEN.requestsPerSecond ?? []).slice(1),
    ],
  },
};
