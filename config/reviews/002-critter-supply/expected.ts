import type { Expected, ExpectedText, Promised } from "../../model/expected";
import type { SwitchedExpected } from "../../model/review";
import { PROMISES } from "../promises";

const FILE = "002_3f566cf14e5265d2.txt";
const RESILIENCE = "What You Get With This Infrastructure > Availability & Resilience";
const BROKER = "Decision 2: RabbitMQ - Single Instance or Managed HA?";

/** Taken from the review: what CloudAMQP promises for its price could not be confirmed. */
const MANAGED_BROKER: Promised = {
  of: "CloudAMQP as the review has it",
  percent: 99.99,
  see: `${FILE}, Decision 2`,
};

const LOAD_TEST = "4. No Load Testing Infrastructure";
const ORDERS = {
  concurrentUsers: [
    { low: 1000, source: { file: FILE, section: LOAD_TEST, words: "1000 concurrent users" } },
  ],
  concurrentRequests: [
    { low: 1000, of: "orders", source: { file: FILE, section: LOAD_TEST, words: "1000 concurrent orders" } },
  ],
  responseMs: [
    {
      high: 5000,
      of: "90 % of orders",
      source: {
        file: FILE,
        section: LOAD_TEST,
        words: "90% < 5 seconds, 98% < 10 seconds",
      },
    },
    {
      high: 10_000,
      of: "98 % of orders",
      source: {
        file: FILE,
        section: LOAD_TEST,
        words: "90% < 5 seconds, 98% < 10 seconds",
      },
    },
  ],
} as const satisfies Expected;

const MANAGED: ExpectedText = {
  text: "kept by the vendor; meets the 99.99 % of the PO SLA, by the review",
  source: { file: FILE, section: BROKER, words: "YES (guaranteed)" },
};

const ON_A_VOLUME: ExpectedText = {
  text: "kept on a volume of one broker, and none can be sent while it is away; misses the 99.99 % of the PO SLA, by the review",
  source: { file: FILE, section: BROKER, words: "NO (allows ~1 hour downtime/year)" },
};

const ZERO_DOWNTIME = {
  high: 0,
  source: { file: FILE, section: RESILIENCE, words: "**Zero-downtime deployments** (rolling updates)" },
} as const;

/** The switch from blue to green, and nothing else of cycle 19, interrupts. */
const CUTOVER = {
  high: 5,
  source: {
    file: FILE,
    section: "Decision 5: Deployment Strategy?",
    words: "Switch traffic (instant cutover < 5 seconds)",
  },
} as const;

/** The recommended cluster, on the three clouds that the review names. */
function cluster(...promises: readonly Promised[]): Expected {
  return {
    ...ORDERS,
    availability: {
      claimed: {
        low: 99.99,
        source: { file: FILE, section: RESILIENCE, words: "**99.99% uptime** (< 1 hour downtime per year)" },
      },
      promises: [...promises, MANAGED_BROKER],
    },
    messageDurability: MANAGED,
    updateOutageSeconds: [ZERO_DOWNTIME],
  };
}

/** What the options of review 002 are expected to do. */
export const CRITTER_EXPECTED: Readonly<Record<string, Expected>> = {
  "critter-compose": {
    availability: { promises: [], unpromised: ["the machine that runs Docker"] },
    messageDurability: ON_A_VOLUME,
  },
  "critter-vm": {
    availability: { promises: [PROMISES.azureVm], unpromised: ["PostgreSQL and RabbitMQ on it"] },
    messageDurability: ON_A_VOLUME,
  },
  "critter-aks": cluster(PROMISES.aks, PROMISES.azurePostgresql),
  "critter-eks": cluster(PROMISES.eks, PROMISES.rdsMultiAz),
  "critter-gke": cluster(PROMISES.gke, PROMISES.cloudSqlRegional),
  "critter-rabbitmq-single": {
    availability: { promises: [], unpromised: ["one container"] },
    messageDurability: ON_A_VOLUME,
  },
  "critter-rabbitmq-cluster": {
    availability: { promises: [], unpromised: ["three nodes"] },
    messageDurability: {
      text: "kept on most of three nodes; meets the 99.99 % of the PO SLA, by the review",
      source: { file: FILE, section: BROKER, words: "YES (survives 1 node failure)" },
    },
  },
  "critter-rabbitmq-managed": {
    availability: {
      claimed: {
        low: 99.99,
        source: { file: FILE, section: BROKER, words: "Guaranteed 99.99% uptime SLA" },
      },
      promises: [MANAGED_BROKER],
    },
    messageDurability: MANAGED,
  },
};

/** Cycle 19 switches from blue to green; the others replace pods one by one. */
export const CRITTER_SWITCHED_EXPECTED: readonly SwitchedExpected[] = [
  "critter-aks",
  "critter-eks",
  "critter-gke",
].map((option) => ({
  option,
  switches: { cycle: ["19"] },
  expected: { updateOutageSeconds: [CUTOVER] },
}));
