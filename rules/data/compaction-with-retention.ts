import type { Rule } from "../rule";

export const compactionWithRetention: Rule = {
  id: "WB070",
  name: "compaction-with-retention",
  severity: "warning",
  problem: "A compacted topic also has a time of retention.",
  reason:
    "With compact,delete the last value of a key is deleted; with compact alone the time has no effect.",
  fix: "Use `compact` without `retention.ms` to keep the last value of each key.",
  source: "https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy",
  *find(subject) {
    for (const { id, cleanupPolicy = "", retentionMs } of subject.footprint.topics) {
      if (!/compact/.test(cleanupPolicy) || retentionMs === undefined || retentionMs < 0) continue;
      yield {
        on: subject.thing(id),
        text: `cleanup.policy is ${cleanupPolicy}, retention.ms is ${retentionMs}`,
      };
    }
  },
};
