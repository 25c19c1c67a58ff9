import type { Rule } from "../rule";

export const singleCopy: Rule = {
  id: "WB077",
  name: "single-copy",
  severity: "note",
  problem: "A broker, a store or a machine runs once.",
  reason:
    "It is a single point of failure: a restart interrupts the service, and the loss of its disk loses data.",
  fix: "Run three nodes, or accept the outage.",
  source: "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
  // `compare` lists single points of failure; constructs report at synth what they were asked for.
  find: () => [],
};
