import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { section } from "./section";

const ROADMAP = "Performance Optimization Roadmap";

/** "weight: 70" with two requests, "weight: 30" with one: requests that an arrival makes on average. */
const REQUESTS: Computation = {
  sum: [{ product: [0.7, 2] }, { product: [0.3, 1] }],
};

/** What the load tests really send, and what the pyramid adds up to. */
export const TESTING_CLAIMS: readonly Claim[] = [
  ...section(`${ROADMAP} > Phase 1: Traditional Infrastructure (Intentional Bottlenecks)`, [
    load("1", "shop-1-traditional", { low: 50, high: 100 }, [50, 100], "Requests/Second: 50-100 RPS"),
  ]),
  ...section(`${ROADMAP} > Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)`, [
    load("2", "shop-2-frankenphp", { low: 300, high: 800 }, [200, 500], "Requests/Second: 300-800 RPS"),
  ]),
  ...section("Infrastructure Performance Demonstration > Load Testing Strategy", [
    {
      id: "load-weights",
      claimed: 100,
      unit: "% of arrivals",
      words: "weight: 70",
      compute: { sum: [70, 30] },
    },
  ]),
  ...section("Testing Strategy > Test Pyramid Structure", [
    {
      id: "test-pyramid",
      claimed: 100,
      unit: "% of the tests",
      words: "1. Unit Tests (70%)",
      compute: { sum: [70, 20, 10] },
    },
  ]),
];

function load(
  phase: string,
  option: string,
  claimed: { readonly low: number; readonly high: number },
  arrivals: readonly [sustained: number, peak: number],
  words: string,
): ClaimDraft {
  return {
    id: `load-${phase}`,
    option,
    claimed,
    unit: "RPS sent by Artillery, sustained to peak",
    words,
    compute: { product: [{ range: arrivals }, REQUESTS] },
    note: "arrivalRate counts virtual users, and 70 % of them make two requests",
  };
}
