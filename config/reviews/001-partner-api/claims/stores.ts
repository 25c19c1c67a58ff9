import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { A, B, named, section } from "./section";

const COST = "4. Infrastructure Cost Estimate";
const DYNAMODB = "7. Database Migration Plan > DynamoDB → Elimination (Options A & C)";

/** Caches and databases. */
export const STORE_CLAIMS: readonly Claim[] = [
  ...section(`${A} > Storage`, [
    {
      id: "cache-memory-a",
      option: "partner-a",
      claimed: 512,
      expects: "atMost",
      unit: "MB of data",
      words: "512 MB max",
      compute: {
        missing: "how much data a day's bookings and searches leave in the cache: no stack holds it",
      },
      readings: [
        {
          reading: "the cache's node has",
          compute: nodeMemory("partner-a"),
          unit: "MiB",
        },
      ],
      note: "the column is the size estimate of the data, not the size of the node",
    },
    {
      id: "no-database-a",
      option: "partner-a",
      claimed: [],
      unit: "stores that keep their data",
      words: "No persistent database required for Option A",
      compute: { measure: "stores.persistent", option: "partner-a" },
    },
  ]),
  ...section(`${B} > Storage`, [
    {
      id: "no-new-stores-b",
      option: "partner-b",
      claimed: [],
      unit: "stores of its own",
      words: "No new data stores required",
      compute: { measure: "stores", option: "partner-b" },
    },
  ]),
  ...section(`${COST} > Option A: Trimmed .NET`, [
    { ...memory("a", 512, "cache.t4g.small (512 MB), single node"), id: "cost-cache-memory-a" },
    nodes("a", "cache.t4g.small (512 MB), single node"),
  ]),
  ...section(`${COST} > Option C: Thin Gateway`, [
    memory("c", 100, "cache.t4g.micro (100 MB), single node"),
    nodes("c", "cache.t4g.micro (100 MB), single node"),
  ]),
  ...section(DYNAMODB, [
    {
      id: "dynamodb-tables",
      claimed: 4,
      unit: "tables",
      words: "All 4 tables map to either Redis (TTL-based)",
      compute: {
        count: named(DYNAMODB, "ItineraryCache, PreBookingCache, BookingCache, BookingEntity", [
          "ItineraryCache",
          "PreBookingCache",
          "BookingCache",
          "BookingEntity",
        ]),
      },
    },
  ]),
];

/** The review's MB are read as MiB, in which AWS counts. */
function memory(letter: "a" | "c", claimed: number, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `cache-memory-${letter}`,
    option,
    claimed,
    unit: "MiB",
    words,
    compute: nodeMemory(option),
  };
}

function nodeMemory(option: string): Computation {
  return { product: [{ measure: "cacheMemoryGiB", option }, { fact: "mebibytesPerGibibyte" }] };
}

function nodes(letter: "a" | "c", words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `cache-nodes-${letter}`,
    option,
    claimed: 1,
    unit: "nodes of the cache",
    words,
    compute: { measure: "stores.copies", option },
  };
}
