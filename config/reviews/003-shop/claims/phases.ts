import type { Claim, ClaimDraft, ClaimedValue } from "../../../model/claim";
import type { Computation, Stated } from "../../../model/computation";
import { says, section } from "./section";

const ROADMAP = "Performance Optimization Roadmap";
const PHASE_1 = `${ROADMAP} > Phase 1: Traditional Infrastructure (Intentional Bottlenecks)`;
const PHASE_2 = `${ROADMAP} > Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)`;
const PHASE_3 = `${ROADMAP} > Phase 3: Code + Infrastructure Optimization`;
const PHASE_4 = `${ROADMAP} > Phase 4: HTTP Caching Layer (Varnish)`;
const PHASE_6 = `${ROADMAP} > Phase 6: Search-Driven Architecture`;
const BLOG = "Infrastructure Performance Demonstration > Blog Content Strategy";

/** What phase 1 is said to do. */
const RESPONSE = says(PHASE_1, "Response Time: 800ms - 2000ms", { low: 800, high: 2000 });
const MEMORY = says(PHASE_1, "Memory Usage: 32MB per request", 32);
const USERS = says(PHASE_1, "Concurrent Users: 50-100 users", { low: 50, high: 100 });
const RPS = says(PHASE_1, "Requests/Second: 50-100 RPS", { low: 50, high: 100 });

/** The lines of the later phases, in ms, MB per request, users and RPS. */
const RESPONSE_2 = "Response Time: 200ms - 500ms (60-75% improvement)";
const RESPONSE_3 = "Response Time: 50ms - 150ms (90%+ improvement from Phase 1)";
const RESPONSE_4 = "Response Time: 10ms - 50ms (95%+ improvement from Phase 1)";
const RESPONSE_6 = "Listing Page Response: 5ms - 15ms (99% improvement)";
const USERS_2 = "200-500 users (4-5x improvement)";
const RPS_2 = "Requests/Second: 300-800 RPS (6-8x improvement)";
const RPS_3 = "Requests/Second: 2000+ RPS (20x+ improvement)";
const MS_2 = says(PHASE_2, RESPONSE_2, { low: 200, high: 500 });
const MS_3 = says(PHASE_3, RESPONSE_3, { low: 50, high: 150 });
const REQUESTS_2 = says(PHASE_2, RPS_2, { low: 300, high: 800 });

/** PHP's own connections to the database, beside three for superusers: PostgreSQL's default of 100. */
const CONNECTIONS: Computation = { fact: "postgresConnections" };

/** Improvements over phase 1, from both ends of what the review states before and after. */
export const PHASE_CLAIMS: readonly Claim[] = [
  ...section(PHASE_1, [
    served("1", "shop-1-traditional", { low: 50, high: 100 }, RESPONSE, "Requests/Second: 50-100 RPS"),
  ]),
  ...section(PHASE_2, [
    faster("2", { low: 60, high: 75 }, MS_2, RESPONSE_2),
    leaner("2", 75, PHASE_2, 8, "Memory Usage: 8MB per request (75% reduction)"),
    times("users-2", { low: 4, high: 5 }, says(PHASE_2, USERS_2, { low: 200, high: 500 }), USERS, USERS_2),
    served("2", "shop-2-frankenphp", { low: 300, high: 800 }, MS_2, "Requests/Second: 300-800 RPS"),
    times("rps-2", { low: 6, high: 8 }, REQUESTS_2, RPS, RPS_2),
  ]),
  ...section(PHASE_3, [
    atLeast(faster("3", 90, MS_3, RESPONSE_3)),
    leaner("3", 87, PHASE_3, 4, "Memory Usage: 4MB per request (87% reduction)"),
    atLeast(
      times(
        "users-3",
        10,
        says(PHASE_3, "1000+ users (10x+ improvement)", 1000),
        USERS,
        "1000+ users (10x+ improvement)",
      ),
    ),
    atLeast(times("rps-3", 20, says(PHASE_3, RPS_3, 2000), RPS, RPS_3)),
    served("3", "shop-3-tuned", 2000, MS_3, RPS_3),
  ]),
  ...section(PHASE_4, [
    atLeast(faster("4", 95, says(PHASE_4, RESPONSE_4, { low: 10, high: 50 }), RESPONSE_4)),
    leaner("4", 93, PHASE_4, 2, "Memory Usage: 2MB per request (93% reduction)"),
    atLeast(
      times(
        "users-4",
        50,
        says(PHASE_4, "5000+ users (50x+ improvement)", 5000),
        USERS,
        "5000+ users (50x+ improvement)",
      ),
    ),
    atLeast(
      times(
        "rps-4",
        50,
        says(PHASE_4, "5000+ RPS (50x+ improvement)", 5000),
        RPS,
        "5000+ RPS (50x+ improvement)",
      ),
    ),
    measured("cache-hits", "shop-4-varnish", { low: 85, high: 95 }, "%", "Cache Hit Ratio: 85-95%"),
  ]),
  ...section(`${ROADMAP} > Phase 5: Search Optimization (OpenSearch)`, [
    measured("search-throughput", "shop-5-opensearch", 10000, "queries/s", "10,000+ queries/second"),
  ]),
  ...section(PHASE_6, [
    {
      ...faster("6", 99, says(PHASE_6, RESPONSE_6, { low: 5, high: 15 }), RESPONSE_6),
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
      compute: { quotient: [REQUESTS_2, RPS] },
      note: "the roadmap's own figures for phase 2, in which the code stays the same",
    },
    {
      id: "seven-phases",
      claimed: 7,
      unit: "phases",
      words: "Seven-phase optimization approach",
      compute: {
        count: [
          PHASE_1,
          PHASE_2,
          PHASE_3,
          PHASE_4,
          `${ROADMAP} > Phase 5: Search Optimization (OpenSearch)`,
          PHASE_6,
          `${ROADMAP} > Phase 7: Enterprise-Grade Performance`,
        ].map((heading) => headingOf(heading)),
      },
    },
  ]),
];

function faster(phase: string, claimed: ClaimedValue, after: Computation, words: string): ClaimDraft {
  return {
    id: `response-${phase}`,
    claimed,
    decimals: 2,
    unit: "% faster than phase 1",
    words,
    compute: { percentLess: [RESPONSE, after] },
  };
}

/** A worker serves one request at a time: no more leave a shop than its workers finish. */
function served(
  phase: string,
  option: string,
  claimed: ClaimedValue,
  milliseconds: Computation,
  words: string,
): ClaimDraft {
  return {
    id: `rps-workers-${phase}`,
    option,
    claimed,
    expects: "atLeast",
    unit: "RPS that the PHP workers finish at the review's response times",
    words,
    compute: finished(
      {
        assumed: { measure: "phpWorkers", option, at: "max" },
        because: "memory and connections of the PHP workers, which the review leaves open",
      },
      milliseconds,
    ),
    readings: [
      {
        reading: "with as many workers as PostgreSQL accepts connections by default",
        compute: finished(CONNECTIONS, milliseconds),
      },
    ],
  };
}

/** Requests per second of so many workers that each need so long for one. */
function finished(workers: Computation, milliseconds: Computation): Computation {
  return { quotient: [workers, { quotient: [milliseconds, { fact: "millisecondsPerSecond" }] }] };
}

/** The last heading of a section, which is its own quote. */
function headingOf(section: string): Stated<string> {
  const heading = section.split(" > ").at(-1) ?? section;
  return says(section, heading, heading);
}

/** Whole percents of a quotient: half a percent is rounding. */
function leaner(
  phase: string,
  claimed: number,
  section: string,
  megabytes: number,
  words: string,
): ClaimDraft {
  return {
    id: `memory-${phase}`,
    claimed,
    tolerance: 0.5,
    decimals: 2,
    unit: "% less memory than phase 1",
    words,
    compute: { percentLess: [MEMORY, says(section, words, megabytes)] },
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
