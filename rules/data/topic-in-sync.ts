import type { Rule } from "../rule";

export const topicInSync: Rule = {
  id: "WB069",
  name: "topic-in-sync",
  severity: "warning",
  problem: "A topic has no minimum of in-sync replicas, or one that the loss of a broker breaks.",
  reason:
    "Without it an acknowledged message may be on one broker only; at the replication factor one lost broker stops writes.",
  fix: "Set `min.insync.replicas` to one less than the replication factor: 2 of 3.",
  source: "https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas",
  *find(subject) {
    for (const { id, replicationFactor, minInsyncReplicas } of subject.footprint.topics) {
      if (replicationFactor === undefined || replicationFactor < 2) continue;
      const least = minInsyncReplicas ?? 1;
      if (least > 1 && least < replicationFactor) continue;
      const value = minInsyncReplicas === undefined ? "is not set" : `is ${minInsyncReplicas}`;
      yield {
        on: subject.thing(id),
        text: `min.insync.replicas ${value}, the replication factor is ${replicationFactor}`,
      };
    }
  },
};
