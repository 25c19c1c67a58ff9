import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { A, B, C, says, section, WORKER_MB } from "./section";

/** Memory that a pod of PHP-FPM keeps for other things than workers, as the construct that builds the pool reserves it. */
const RESERVE_MI: Computation = {
  sum: [
    { fact: "opcacheMi" },
    { assumed: 32, because: "32 MiB for the master process of PHP-FPM", without: 0 },
  ],
};

const PER_POD = "50-100 persistent connections per pod via `SocketsHttpHandler`";

/** Connections that each pod of a .NET option keeps open. */
const CONNECTIONS = says(`${A} > Scaling Design`, PER_POD, { low: 50, high: 100 });

const WORKERS = says(`${B} > Scaling Design`, "At 2 pods × 40 workers = 80 concurrent requests capacity", 40);

const POD_LIMIT_MI: Computation = {
  measure: "memoryLimitMi",
  option: "partner-b",
  workload: "frontend3-partner",
  container: "frontend3",
};

/** Workers that fit a pod, at 30 and at 50 MB each. */
const POOL: Computation = {
  floor: { quotient: [{ difference: [POD_LIMIT_MI, RESERVE_MI] }, WORKER_MB] },
};

/** Replica limits, connections and concurrency. */
export const SCALING_CLAIMS: readonly Claim[] = [
  ...section(`${A} > Container/Pod Specification`, [
    replicas("a", "travel-api", 2, 15, "256Mi / 512Mi | 2 | 15 |"),
    replicas("a", "fuji", 2, 4, "128Mi / 256Mi | 2 | 4 |"),
  ]),
  ...section(`${A} > Scaling Design`, [
    {
      id: "connections-a",
      option: "partner-a",
      claimed: { low: 750, high: 1500 },
      unit: "connections",
      words: "At 15 pods max = 750-1500 concurrent connections to 12go",
      compute: {
        product: [
          { measure: "replicas", option: "partner-a", workload: "travel-api", at: "max" },
          CONNECTIONS,
        ],
      },
      readings: [
        {
          reading: "with the stack's cap and the pod that a rollout adds",
          compute: { measure: "openConnections", option: "partner-a", at: "max" },
        },
      ],
    },
    connectionsPerPod("a", "travel-api", PER_POD),
    {
      id: "rps-per-pod-a",
      option: "partner-a",
      claimed: { low: 200, high: 400 },
      unit: "RPS per pod",
      words: "~200-400 RPS for search",
      compute: {
        missing: "a load test of travel-api against 12go: no stack determines the speed of a program",
      },
    },
  ]),
  ...section(`${B} > Container/Pod Specification`, [
    replicas("b", "frontend3-partner", 2, 8, "256Mi / 512Mi | 2 | 8 |"),
    replicas("b", "fuji", 2, 4, "128Mi / 256Mi | 2 | 4 |"),
    {
      id: "fpm-memory-b",
      option: "partner-b",
      claimed: 512,
      expects: "atMost",
      unit: "MiB for the workers of a pod",
      words: "200m / 800m | 256Mi / 512Mi",
      compute: { product: [WORKERS, WORKER_MB] },
      readings: [
        { reading: "the stack's limit of the container", compute: POD_LIMIT_MI, unit: "MiB" },
        {
          reading: "with OPcache and master process",
          compute: { sum: [{ product: [WORKERS, WORKER_MB] }, RESERVE_MI] },
        },
      ],
      note: 'the section "Scaling Design" counts on 40 workers in each pod',
    },
  ]),
  ...section(`${B} > Scaling Design`, [
    {
      id: "fpm-workers-b",
      option: "partner-b",
      claimed: { low: 30, high: 50 },
      expects: "atLeast",
      unit: "workers per pod",
      words: "Expect 30-50 workers per pod",
      compute: POOL,
      readings: [
        {
          reading: "with nothing reserved",
          compute: { floor: { quotient: [POD_LIMIT_MI, WORKER_MB] } },
        },
      ],
    },
    concurrent("min", 80, "At 2 pods × 40 workers = 80 concurrent requests capacity"),
    concurrent("max", 320, "At peak, scale to 8 pods × 40 = 320 concurrent"),
  ]),
  ...section(`${C} > Scaling Design`, [
    {
      ...connectionsPerPod("c", "gateway", "50-100 connections per pod"),
      readings: [
        {
          reading: "at the maximum number of pods, computed as for option A",
          compute: {
            product: [
              { measure: "replicas", option: "partner-c", workload: "gateway", at: "max" },
              CONNECTIONS,
            ],
          },
        },
        {
          reading: "with the stack's cap and the pod that a rollout adds",
          compute: { measure: "openConnections", option: "partner-c", at: "max" },
        },
      ],
    },
  ]),
  ...section(`${C} > Container/Pod Specification`, [
    replicas("c", "gateway", 2, 10, "192Mi / 384Mi | 2 | 10 |"),
    replicas("c", "fuji", 2, 4, "128Mi / 256Mi | 2 | 4 |"),
  ]),
];

function replicas(
  letter: "a" | "b" | "c",
  workload: string,
  low: number,
  high: number,
  words: string,
): ClaimDraft {
  const option = `partner-${letter}`;
  const count = (at: "min" | "max") => ({ measure: "replicas", option, workload, at }) as const;
  return {
    id: `replicas-${workload}-${letter}`,
    option,
    claimed: { low, high },
    unit: "replicas",
    words,
    compute: { from: count("min"), to: count("max") },
  };
}

function connectionsPerPod(letter: "a" | "c", workload: string, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `connections-per-pod-${letter}`,
    option,
    claimed: { low: 50, high: 100 },
    expects: "within",
    unit: "connections",
    words,
    compute: { measure: "connectionsPerPod", option, workload },
    note: "the stack shares the backend's assumed budget out over the most pods",
  };
}

function concurrent(at: "min" | "max", claimed: number, words: string): ClaimDraft {
  const pods = { measure: "replicas", option: "partner-b", workload: "frontend3-partner", at } as const;
  return {
    id: `concurrency-${at}-b`,
    option: "partner-b",
    claimed,
    expects: "atLeast",
    unit: "concurrent requests",
    words,
    compute: { product: [pods, POOL] },
    readings: [{ reading: "the stack's pool", compute: { measure: "phpWorkers", option: "partner-b", at } }],
    note: "a worker serves one request, and no more workers fit the pod's memory limit",
  };
}
