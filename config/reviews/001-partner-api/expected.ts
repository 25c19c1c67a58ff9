import type { Expected } from "../../model/expected";
import { PROMISES } from "../promises";

const FILE = "001_57ea113d5c58119c.txt";
const A = "2.1 Option A: Trimmed .NET";
const B = "2.2 Option B: PHP Native (Frontend3 Internal Bundle)";

/** What the options of review 001 are expected to do. The review gives requests per second of one pod of option A alone. */
export const PARTNER_EXPECTED: Readonly<Record<string, Expected>> = {
  "partner-a": {
    responseMs: [
      {
        high: 3000,
        of: "95 % of searches",
        source: { file: FILE, section: `${A} > Monitoring Stack`, words: "Search p95 > 3s" },
      },
    ],
    availability: {
      promises: [PROMISES.eks, PROMISES.elastiCacheSingle],
      unpromised: ["frontend3", "Kafka"],
    },
  },
  "partner-b": {
    concurrentRequests: [
      {
        low: 80,
        high: 320,
        of: "2 to 8 pods",
        source: {
          file: FILE,
          section: `${B} > Scaling Design`,
          words:
            "At 2 pods × 40 workers = 80 concurrent requests capacity. At peak, scale to 8 pods × 40 = 320 concurrent",
        },
      },
    ],
    availability: {
      promises: [PROMISES.eks],
      unpromised: ["MySQL, Redis and Memcached of frontend3", "Kafka"],
    },
  },
  "partner-c": {
    availability: { promises: [PROMISES.eks, PROMISES.elastiCacheSingle], unpromised: ["frontend3"] },
  },
};
