import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { says, section } from "./section";

const SUMMARY = "1. Executive Summary";

/** The workload that a deploy changes, by option. */
const MAIN = { a: "travel-api", b: "frontend3-partner", c: "gateway" } as const;

type Letter = keyof typeof MAIN;

/** What a bad deploy stops, and what wakes the engineer on call. */
export const FAILURE_CLAIMS: readonly Claim[] = [
  ...section(SUMMARY, [
    trafficDead("a", "Unified API down = all partner traffic dead"),
    trafficDead("c", "Gateway down = all partner traffic dead"),
    {
      id: "blast-radius-b",
      option: "partner-b",
      claimed: ["frontend3-partner"],
      unit: "workloads that a bad deploy stops",
      words: "Partner pod group only; main frontend3 unaffected",
      compute: { measure: "stops", option: "partner-b", thing: MAIN.b },
      note: "its one entry point is lost with it: all partner traffic fails here as well",
    },
    pages("a", ".NET OOM", ".NET OOM, Redis, Kafka, 12go"),
    pages("c", ".NET container health", "Redis, 12go, .NET container health"),
    kafkaPages("a", ".NET OOM, Redis, Kafka, 12go"),
    kafkaPages("b", "frontend3 (already paged for), Kafka, 12go"),
    {
      id: "pages-redis-b",
      option: "partner-b",
      claimed: 0,
      unit: "alerts about Redis that page",
      words: "frontend3 (already paged for), Kafka, 12go",
      compute: { count: { measure: "pagesAbout", option: "partner-b", text: "redis" } },
      note: 'section 2.2 has the "Same as Option A", where "Redis unreachable" pages',
    },
  ]),
  ...section("9. Recommendation > Why", [
    {
      id: "blast-radius-lowest",
      option: "partner-b",
      claimed: ["partner-b"],
      unit: "option whose bad deploy stops the fewest entry points",
      words: "**Lowest blast radius**: Separate pod group",
      compute: { least: everyOption((letter) => ({ count: lost(letter) })) },
      readings: [
        {
          reading: "by single points of failure",
          compute: {
            least: everyOption((letter) => ({
              count: { measure: "singlePoints", option: `partner-${letter}` },
            })),
          },
        },
      ],
      note: "each option has pods of its own, and none of them is called by frontend3",
    },
  ]),
];

function lost(letter: Letter): Computation {
  return { measure: "entryPointsLost", option: `partner-${letter}`, thing: MAIN[letter] };
}

function trafficDead(letter: "a" | "c", words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `blast-radius-${letter}`,
    option,
    claimed: true,
    unit: "a bad deploy stops every entry point",
    words,
    compute: { equal: [{ count: lost(letter) }, { count: { measure: "entryPoints", option } }] },
  };
}

function pages(letter: "a" | "c", memory: string, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  const needed = [
    { ...says(SUMMARY, words, memory), named: "MemoryKill" },
    { ...says(SUMMARY, words, "Redis"), named: "RedisUnreachable" },
    { ...says(SUMMARY, words, "12go"), named: "CircuitOpen" },
  ];
  return {
    id: `pages-${letter}`,
    option,
    claimed: [],
    unit: "things that should page and do not",
    words,
    compute: { lacking: needed, given: [{ measure: "pages", option }] },
    note: "12go is the circuit breaker's alert, memory is that of the .NET pods",
  };
}

function kafkaPages(letter: "a" | "b", words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `pages-kafka-${letter}`,
    option,
    claimed: 1,
    expects: "atLeast",
    unit: "alerts about Kafka that page",
    words,
    compute: { count: { measure: "pagesAbout", option, text: "kafka" } },
    note: "the review's alerting rules have none; section 6 watches Kafka and pages nobody",
  };
}

function everyOption(of: (letter: Letter) => Computation): Readonly<Record<string, Computation>> {
  return { "partner-a": of("a"), "partner-b": of("b"), "partner-c": of("c") };
}
