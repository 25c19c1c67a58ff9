import { defineAlerts } from "../alert";

/** Alerts of Kafka topics, and of topics that a migration retires. */
export const KAFKA_ALERTS = defineAlerts([
  {
    id: "kafka-lag",
    title: "Consumers fall behind",
    condition: { signal: "topicLag", comparison: ">", thresholds: { warning: 1000 } },
    windowSeconds: 300,
    action: "Check the consumers' health, then scale them, up to one for each partition.",
    reason: "A warning: events are late, none is lost.",
  },
  {
    id: "kafka-retired-lag",
    title: "Lag grows on a retired topic",
    condition: { signal: "retiredTopicLagGrowth", comparison: ">", thresholds: { warning: 0 } },
    windowSeconds: 900,
    action:
      "A consumer was stopped before it was migrated, or is not migrated yet: find its group and move it.",
    reason: "15 minutes separate a trend from a burst. A warning: the old topic retains its messages.",
  },
  {
    id: "kafka-producer-errors",
    title: "Events cannot be produced",
    condition: { signal: "producerErrorRatio", comparison: ">", thresholds: { warning: 0.01 } },
    windowSeconds: 300,
    action: "Check the brokers' health, then the producer's credentials and access rules.",
    reason: "A warning: the service works without its events.",
  },
  {
    id: "kafka-under-replicated",
    title: "Kafka partitions are under-replicated",
    condition: { signal: "underReplicatedPartitions", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 300,
    action: "A broker is down or slow: check its disk and network. One more failure stops writes.",
    reason: "Critical: with min.insync.replicas 2 of 3, one more failure stops writes.",
  },
  {
    id: "kafka-retired-writes",
    title: "A producer writes to a retired topic",
    condition: { signal: "retiredTopicMessages", comparison: ">", thresholds: { warning: 0 } },
    windowSeconds: 600,
    action: "Find the producer by its client id before the topic is deleted: nobody reads what it writes.",
    reason: "A warning: the topic is not deleted before its retention ends.",
  },
]);
