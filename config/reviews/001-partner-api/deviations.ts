import type { Deviation } from "../../model/deviation";

const TOPICS: Deviation = {
  section: "2.1 Storage",
  specified: "5 topics with 22 partitions, kept for 7 days",
  implemented:
    "5 topics with 19 partitions; two are kept for 3 days, and one keeps the last value of each key",
  reason: "the review's own commands and its table of retention in section 6 say so, topic by topic",
};

const CONNECTIONS: Deviation = {
  section: "2.1 Scaling Design",
  specified: "50 to 100 connections to frontend3 from each pod",
  implemented: "a cap for each pod, which shares out 1000 connections over the most pods that there can be",
  reason: "the review asks to agree on a number with 12go; 1000 is assumed, the lower of its own two maxima",
};

const EGRESS: Deviation = {
  section: "2.1 Security",
  specified: "egress to frontend3, Redis, Kafka, the credit line and the collector, and to nothing else",
  implemented:
    "those that the option uses, Fuji, what Networking names beside them, name servers and pod identity",
  reason: "without a name server none of them is found, and without pod identity no secret is read",
};

const REDIS: Deviation = {
  section: "2.1 Security",
  specified: "a Redis password whose rotation restarts pods",
  implemented: "no password: the pod's identity signs in to Redis",
  reason: "the provider keeps every password of Redis in the state",
};

/** What the options of review 001 (001_57ea113d5c58119c.txt) have otherwise than it, and why. */
export const PARTNER_DEVIATIONS: Readonly<
  Record<"partner-a" | "partner-b" | "partner-c", readonly Deviation[]>
> = {
  "partner-a": [TOPICS, CONNECTIONS, EGRESS, REDIS],
  "partner-b": [
    {
      section: "2.2 Scaling Design",
      specified: "30 to 50 FPM workers in a pod of 512Mi",
      implemented: "8 workers of 40 MiB",
      reason: "160 MiB are OPcache's and the master's; 40 workers would need a limit of 1760 MiB",
    },
    {
      section: "8. Day-2 Operations Runbook",
      specified: "the pods in frontend3's own namespace 12go",
      implemented: "a namespace of their own",
      reason: "the option can then be deployed and removed without touching frontend3",
    },
    {
      section: "2.2 Storage",
      specified: "4-5 topics, kept for 7 days",
      implemented: "the five of section 6; two are kept for 3 days, and one keeps the last value of each key",
      reason: "the review applies its consolidation to all three options",
    },
  ],
  "partner-c": [CONNECTIONS, EGRESS, REDIS],
};
