import type { Claim, ClaimDraft } from "../../../model/claim";
import { A, B, section } from "./section";

const COST = "4. Infrastructure Cost Estimate";

/** Caches and databases. */
export const STORE_CLAIMS: readonly Claim[] = [
  ...section(`${A} > Storage`, [
    memory("a", 512, "512 MB max"),
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
  ...section("7. Database Migration Plan > DynamoDB → Elimination (Options A & C)", [
    {
      id: "dynamodb-tables",
      claimed: 4,
      unit: "tables",
      words: "All 4 tables map to either Redis (TTL-based)",
      compute: { count: ["ItineraryCache", "PreBookingCache", "BookingCache", "BookingEntity"] },
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
    compute: { product: [{ measure: "cacheMemoryGiB", option }, 1024] },
  };
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
