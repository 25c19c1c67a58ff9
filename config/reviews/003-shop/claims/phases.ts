import type { Claim, ClaimDraft, ClaimedValue } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { section } from "./section";

const ROADMAP = "Performance Optimization Roadmap";
const PHASE_2 = `${ROADMAP} > Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)`;
const PHASE_3 = `${ROADMAP} > Phase 3: Code + Infrastructure Optimization`;
const PHASE_4 = `${ROADMAP} > Phase 4: HTTP Caching Layer (Varnish)`;
const PHASE_6 = `${ROADMAP} > Phase 6: Search-Driven Architecture`;
const BLOG = "Infrastructure Performance Demonstration > Blog Content Strategy";

/** What phase 1 is said to do: ms, MB a request, users, RPS. */
const RESPONSE: Computation = { range: [800, 2000] };
const MEMORY = 32;
const USERS: Computation = { range: [50, 100] };
const RPS: Computation = { range: [50, 100] };

/** "Requests/Second: 300-800 RPS", phase 2. */
const RPS_2: Computation = { range: [300, 800] };

/** Improvements over phase 1, from both ends of what the review states before and after. */
export const PHASE_CLAIMS: readonly Claim[] = [
  ...section(`${ROADMAP} > Phase 1: Traditional Infrastructure (Intentional Bottlenecks)`, [
    served("1", "shop-1-traditional", { low: 50, high: 100 }, [0.8, 2], "Requests/Second: 50-100 RPS"),
  ]),
  ...section(PHASE_2, [
    faster("2", { low: 60, high: 75 }, [200, 500], "200ms - 500ms (60-75% improvement)"),
    leaner("2", 75, 8, "8MB per request (75% reduction)"),
    times("users-2", { low: 4, high: 5 }, { range: [200, 500] }, USERS, "200-500 users (4-5x improvement)"),
    served("2", "shop-2-frankenphp", { low: 300, high: 800 }, [0.2, 0.5], "Requests/Second: 300-800 RPS"),
    times("rps-2", { low: 6, high: 8 }, RPS_2, RPS, "300-800 RPS (6-8x improvement)"),
  ]),
  ...section(PHASE_3, [
    atLeast(faster("3", 90, [50, 150], "50ms - 150ms (90%+ improvement from Phase 1)")),
    leaner("3", 87, 4, "4MB per request (87% reduction)"),
    atLeast(times("users-3", 10, 1000, USERS, "1000+ users (10x+ improvement)")),
    atLeast(times("rps-3", 20, 2000, RPS, "2000+ RPS (20x+ improvement)")),
  ]),
  ...section(PHASE_4, [
    atLeast(faster("4", 95, [10, 50], "10ms - 50ms (95%+ improvement from Phase 1)")),
    leaner("4", 93, 2, "2MB per request (93% reduction)"),
    atLeast(times("users-4", 50, 5000, USERS, "5000+ users (50x+ improvement)")),
    atLeast(times("rps-4", 50, 5000, RPS, "5000+ RPS (50x+ improvement)")),
    measured("cache-hits", "shop-4-varnish", { low: 85, high: 95 }, "%", "Cache Hit Ratio: 85-95%"),
  ]),
  ...section(`${ROADMAP} > Phase 5: Search Optimization (OpenSearch)`, [
    measured("search-throughput", "shop-5-opensearch", 10000, "queries/s", "10,000+ queries/second"),
  ]),
  ...section(PHASE_6, [
    {
      ...faster("6", 99, [5, 15], "5ms - 15ms (99% improvement)"),
      tolerance: 0.5,
    },
  ]),
  ...section(BLOG, [
    {
      id: "ten-times",
      option: "shop-2-frankenphp",
      claimed: 10,
      unit: "times the requests of phase 1",
      words: "FrankenPHP Worker Mode: 10x Performance Without Changing Code",
      compute: { quotient: [RPS_2, RPS] },
      note: "the roadmap's own figures for phase 2, in which the code stays the same",
    },
    {
      id: "seven-phases",
      claimed: 7,
      unit: "phases",
      words: "Seven-phase optimization approach",
      compute: {
        count: ["PHP-FPM", "FrankenPHP", "code", "Varnish", "OpenSearch", "search-driven", "enterprise"],
      },
    },
  ]),
];

function faster(
  phase: string,
  claimed: ClaimedValue,
  after: readonly [number, number],
  words: string,
): ClaimDraft {
  return {
    id: `response-${phase}`,
    claimed,
    decimals: 2,
    unit: "% faster than phase 1",
    words,
    compute: { percentLess: [RESPONSE, { range: after }] },
  };
}

/** A worker serves one request at a time: no more leave a shop than its workers finish. */
function served(
  phase: string,
  option: string,
  claimed: ClaimedValue,
  seconds: readonly [number, number],
  words: string,
): ClaimDraft {
  return {
    id: `rps-workers-${phase}`,
    option,
    claimed,
    expects: "atLeast",
    unit: "RPS that the PHP workers finish at the review's response times",
    words,
    compute: {
      quotient: [{ measure: "phpWorkers", option, at: "max" }, { range: seconds }],
      ends: "crossed",
    },
    note: "as many workers as memory and PostgreSQL's connections hold; the review gives no number of them",
  };
}

/** Whole percents of a quotient: half a percent is rounding. */
function leaner(phase: string, claimed: number, megabytes: number, words: string): ClaimDraft {
  return {
    id: `memory-${phase}`,
    claimed,
    tolerance: 0.5,
    decimals: 2,
    unit: "% less memory than phase 1",
    words,
    compute: { percentLess: [MEMORY, megabytes] },
  };
}

function times(
  id: string,
  claimed: ClaimedValue,
  after: Computation,
  before: Computation,
  words: string,
): ClaimDraft {
  return { id, claimed, unit: "times phase 1", words, compute: { quotient: [after, before] } };
}

/** "90%+", "10x+". */
function atLeast(draft: ClaimDraft): ClaimDraft {
  return { ...draft, expects: "atLeast" };
}

function measured(
  id: string,
  option: string,
  claimed: ClaimedValue,
  unit: string,
  words: string,
): ClaimDraft {
  return { id, option, claimed, unit, words, compute: { missing: "a load test of the running shop" } };
}
