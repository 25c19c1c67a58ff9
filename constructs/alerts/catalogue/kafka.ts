import { defineAlerts } from "../alert";
import { source } from "./reviews";

const TABLE = "6. Kafka Health Monitoring During Transition";

/** What review 001 watches while more than thirty topics become five, and what remains of it afterwards. */
export const KAFKA_ALERTS = defineAlerts([
  {
    id: "kafka-lag",
    title: "Consumers fall behind",
    condition: { signal: "topicLag", comparison: ">", thresholds: { warning: 1000 } },
    windowSeconds: 300,
    action: "Check the consumers' health, then scale them, up to one for each partition.",
    sources: [
      source(
        "001",
        TABLE,
        "Consumer lag (new topics) | > 1000 messages for 5 min | Check consumer health, scale consumers",
      ),
    ],
    chosen: "The table gives no severity: events wait, none is lost, so it is a warning.",
  },
  {
    id: "kafka-retired-lag",
    title: "Lag grows on a retired topic",
    condition: { signal: "retiredTopicLagGrowth", comparison: ">", thresholds: { warning: 0 } },
    windowSeconds: 900,
    action:
      "A consumer was stopped before it was migrated, or one is still to be: find its group and move it.",
    sources: [
      source(
        "001",
        TABLE,
        "Consumer lag (old topics) | Increasing after consumer migration | Consumer not fully migrated",
      ),
    ],
    chosen:
      "The table gives neither window nor severity: 15 minutes tell a trend from a burst, and the old topic keeps its messages, so it is a warning.",
  },
  {
    id: "kafka-producer-errors",
    title: "Events cannot be produced",
    condition: { signal: "producerErrorRatio", comparison: ">", thresholds: { warning: 0.01 } },
    windowSeconds: 300,
    action: "Check the brokers' health, then the producer's credentials and access rules.",
    sources: [source("001", TABLE, "Producer error rate | > 1% | Check Kafka broker health")],
    chosen:
      "The table gives neither window nor severity: 5 minutes as in its other rules, and bookings go on without events, so it is a warning.",
  },
  {
    id: "kafka-under-replicated",
    title: "Kafka partitions lack a copy",
    condition: { signal: "underReplicatedPartitions", comparison: ">", thresholds: { critical: 0 } },
    windowSeconds: 300,
    action: "A broker is away or slow: check its disk and network. One more failure stops writes.",
    sources: [
      source("001", TABLE, "Under-replicated partitions | > 0 for 5 min | Broker issue — check disk/network"),
      source("001", "1. Executive Summary", "Things that page me at 3 AM | .NET OOM, Redis, Kafka, 12go"),
    ],
    chosen: "The table gives no severity; the summary lists Kafka among the pages.",
  },
  {
    id: "kafka-retired-writes",
    title: "Somebody writes to a retired topic",
    condition: { signal: "retiredTopicMessages", comparison: ">", thresholds: { warning: 0 } },
    windowSeconds: 600,
    action: "Find the producer by its client id before the topic is deleted: what it writes reaches nobody.",
    sources: [
      source(
        "001",
        TABLE,
        "Topic message rate (old) | > 0 after dual-write stopped | Rogue producer still writing",
      ),
    ],
    chosen:
      "The table gives neither window nor severity: the topic is kept for 7 days more, so it is a warning.",
  },
]);
