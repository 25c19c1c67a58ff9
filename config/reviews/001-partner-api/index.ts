import type { Review } from "../../model/review";
import { parseReviewBook } from "../../prices/book";
import { PricePlace } from "../../prices/price-place";
import { PARTNER_ACKNOWLEDGED } from "./acknowledged";
import { CLAIMED_RATES, CONNECTION_BUDGETS } from "./capacity";
import { REVIEW_001_CLAIMS } from "./claims";
import { PARTNER_DEVIATIONS } from "./deviations";
import { PARTNER_EXPECTED } from "./expected";
import { REVIEW_001_FACTS } from "./facts";
import prices from "./prices.json";
import { REVIEW_001_SCORES } from "./scores";
import { PARTNER_A_SWITCHES, PARTNER_B_SWITCHES, PARTNER_C_SWITCHES } from "./switches";
import { STEADY_REPLICAS } from "./usage";

export const PARTNER_API: Review = {
  id: "001",
  name: "partner-api",
  title: "Partner API",
  document: "001_57ea113d5c58119c.txt",
  options: [
    {
      id: "partner-a",
      title: "Partner API: trimmed .NET",
      module: "partner/a",
      switches: PARTNER_A_SWITCHES,
    },
    {
      id: "partner-b",
      title: "Partner API: PHP native bundle",
      module: "partner/b",
      switches: PARTNER_B_SWITCHES,
    },
    {
      id: "partner-c",
      title: "Partner API: thin gateway",
      module: "partner/c",
      switches: PARTNER_C_SWITCHES,
    },
  ],
  baseline: "partner-b",
  steadyReplicas: STEADY_REPLICAS,
  connectionBudgets: CONNECTION_BUDGETS,
  claimedRates: CLAIMED_RATES,
  environments: {
    names: ["production", "staging"],
    source: "001_57ea113d5c58119c.txt, section 4: production + staging environments",
  },
  prices: parseReviewBook(PricePlace.of(prices, { file: "config/reviews/001-partner-api/prices.json" })),
  scores: REVIEW_001_SCORES,
  expected: PARTNER_EXPECTED,
  claims: REVIEW_001_CLAIMS,
  facts: REVIEW_001_FACTS,
  deviations: PARTNER_DEVIATIONS,
  acknowledged: PARTNER_ACKNOWLEDGED,
};
