import type { Claim } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import { says, section } from "./section";

const RESILIENCE = "What You Get With This Infrastructure > Availability & Resilience";
const RECOVERY = "What You Get With This Infrastructure > Disaster Recovery";
const BROKER = "Decision 2: RabbitMQ - Single Instance or Managed HA?";

/** Minutes that 99.99 % leaves in a year. */
const BUDGET_MINUTES: Computation = {
  product: [
    { fact: "daysPerYear" },
    { fact: "hoursPerDay" },
    { fact: "minutesPerHour" },
    {
      quotient: [
        { difference: [{ fact: "percent" }, says(RESILIENCE, "**99.99% uptime**", 99.99)] },
        { fact: "percent" },
      ],
    },
  ],
};

/** What the review buys; what the vendor promises could not be confirmed. */
const BROKER_PROMISE: Computation = {
  quotient: [says(BROKER, "Guaranteed 99.99% uptime SLA", 99.99), { fact: "percent" }],
};

const NODES = says(BROKER, "**3-node RabbitMQ cluster**", 3);

/** Availability, durability and recovery. */
export const AVAILABILITY_CLAIMS: readonly Claim[] = [
  ...section(RESILIENCE, [
    {
      id: "uptime-budget",
      option: "critter-aks",
      claimed: 60,
      expects: "below",
      unit: "min of downtime a year at 99.99 %",
      words: "(< 1 hour downtime per year)",
      compute: BUDGET_MINUTES,
    },
    {
      id: "uptime",
      option: "critter-aks",
      claimed: 99.99,
      expects: "atLeast",
      decimals: 2,
      unit: "% uptime",
      words: "**99.99% uptime**",
      compute: {
        product: [{ fact: "aksApi" }, { fact: "postgresql" }, BROKER_PROMISE, { fact: "percent" }],
      },
      note: "an order needs all three, so what they promise multiplies",
    },
    {
      id: "instant-rollback",
      option: "critter-aks",
      claimed: 5,
      expects: "below",
      unit: "s",
      words: "**Instant rollback** (< 5 seconds via blue/green)",
      compute: {
        assumed: {
          measure: "rollBackPauseSeconds",
          option: "critter-aks",
          workload: "customer-experience",
          at: "min",
        },
        because: "the duration of each canary step, which the review leaves open",
      },
      readings: [
        {
          reading: "after the canary, with every step taken again",
          compute: {
            measure: "rollBackSeconds",
            option: "critter-aks",
            workload: "customer-experience",
            at: "min",
          },
        },
      ],
      note: 'production is cycle 21, a canary ("Decision 5"): during the canary an abort shifts the traffic back at once, after it a rollback takes its steps again',
    },
  ]),
  ...section(RECOVERY, [
    {
      id: "rto",
      option: "critter-aks",
      claimed: 1,
      expects: "atMost",
      decimals: 2,
      unit: "years of the 99.99 % budget that one recovery uses up",
      words: "**RTO < 4 hours** (recovery time objective)",
      compute: {
        quotient: [
          { product: [says(RECOVERY, "**RTO < 4 hours**", 4), { fact: "minutesPerHour" }] },
          BUDGET_MINUTES,
        ],
      },
    },
  ]),
  ...section("Decision 1: Production Infrastructure - Kubernetes or VM?", [
    {
      id: "vm-single-point",
      option: "critter-vm",
      claimed: 1,
      unit: "machines that stop everything alone",
      words: "| Simpler than K8s | Single point of failure |",
      compute: { count: { measure: "singleMachines", option: "critter-vm" } },
      readings: [
        {
          reading: "and all single points of failure with it",
          compute: { count: { measure: "singlePoints", option: "critter-vm" } },
        },
      ],
    },
  ]),
  ...section(BROKER, [
    {
      id: "single-container-downtime",
      option: "critter-rabbitmq-single",
      claimed: 1,
      unit: "hours of downtime a year",
      words: "(allows ~1 hour downtime/year)",
      compute: { missing: "how often one container fails and how long it is away" },
      readings: [
        {
          reading: "what 99.99 % allows, which is a budget and not what one container does",
          compute: BUDGET_MINUTES,
          unit: "min",
        },
      ],
      note: "uptime is not durability of messages either",
    },
    {
      id: "cluster-node-failure",
      option: "critter-rabbitmq-cluster",
      claimed: 1,
      unit: "nodes lost without stopping",
      words: "(survives 1 node failure)",
      compute: { floor: { quotient: [{ difference: [NODES, 1] }, 2] } },
      note: "a quorum queue needs more than half of its nodes: of n it can lose (n - 1) / 2",
    },
  ]),
  ...section("4. No Load Testing Infrastructure", [
    {
      id: "concurrent-orders",
      option: "critter-aks",
      claimed: 1000,
      unit: "concurrent orders",
      words: "1000 concurrent orders",
      compute: { missing: "the k6 load test that the review plans for cycle 20" },
    },
  ]),
  ...section("1. RabbitMQ Message Loss Risk", [
    {
      id: "messages-lost",
      option: "critter-compose",
      claimed: true,
      unit: "messages are lost when the server restarts",
      words: "**ALL MESSAGES LOST on server restart**",
      compute: { missing: "the broker as it runs today, without a volume: no stack builds that" },
    },
  ]),
];
