import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { named, says, section } from "./section";

const ROADMAP = "Performance Optimization Roadmap";
const LOAD =
  "Infrastructure Performance Demonstration > Load Testing Strategy > Performance Testing Isolation";
const PYRAMID = "Testing Strategy > Test Pyramid Structure";

const BROWSING = says(LOAD, "weight: 70", 70);
const ORDERS = says(LOAD, "weight: 30", 30);

/** Requests that an arrival makes on average: 70 % of them make two, 30 % one. */
const REQUESTS: Computation = {
  quotient: [
    {
      sum: [
        {
          product: [
            BROWSING,
            {
              count: [
                ...named(LOAD, 'url: "/api/products"', ["/api/products"]),
                ...named(LOAD, 'url: "/api/products/{{ $randomInt(1, 1000) }}"', ["/api/products/{{"]),
              ],
            },
          ],
        },
        { product: [ORDERS, { count: named(LOAD, 'url: "/api/orders"', ["/api/orders"]) }] },
      ],
    },
    { fact: "percent" },
  ],
};

/** `arrivalRate` of "Sustained load" and of "Peak load". */
const SUSTAINED_1: Computation = {
  from: says(LOAD, "arrivalRate: 50", 50),
  to: says(LOAD, "arrivalRate: 100", 100),
};
const SUSTAINED_2: Computation = {
  from: says(LOAD, "arrivalRate: 200", 200),
  to: says(LOAD, "arrivalRate: 500", 500),
};

/** What the load tests really send, and what the pyramid adds up to. */
export const TESTING_CLAIMS: readonly Claim[] = [
  ...section(`${ROADMAP} > Phase 1: Traditional Infrastructure (Intentional Bottlenecks)`, [
    load("1", "shop-1-traditional", { low: 50, high: 100 }, SUSTAINED_1, "Requests/Second: 50-100 RPS"),
  ]),
  ...section(`${ROADMAP} > Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)`, [
    load("2", "shop-2-frankenphp", { low: 300, high: 800 }, SUSTAINED_2, "Requests/Second: 300-800 RPS"),
  ]),
  ...section(LOAD, [
    {
      id: "load-weights",
      claimed: 100,
      unit: "% of arrivals",
      words: "weight: 70",
      compute: { sum: [BROWSING, ORDERS] },
    },
  ]),
  ...section(PYRAMID, [
    {
      id: "test-pyramid",
      claimed: 100,
      unit: "% of the tests",
      words: "1. Unit Tests (70%)",
      compute: {
        sum: [
          says(PYRAMID, "1. Unit Tests (70%)", 70),
          says(PYRAMID, "2. Integration Tests (20%)", 20),
          says(PYRAMID, "3. End-to-End Tests (10%)", 10),
        ],
      },
    },
  ]),
];

function load(
  phase: string,
  option: string,
  claimed: { readonly low: number; readonly high: number },
  arrivals: Computation,
  words: string,
): ClaimDraft {
  return {
    id: `load-${phase}`,
    option,
    claimed,
    unit: "RPS sent by Artillery, sustained to peak",
    words,
    compute: { product: [arrivals, REQUESTS] },
    note: "arrivalRate counts virtual users, and 70 % of them make two requests",
  };
}
