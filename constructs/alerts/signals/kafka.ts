import { datadogScope } from "../datadog-scope";
import { duration, selector, shareOf } from "../promql";
import type { Signal } from "../signal";
import type { Read } from "../subject";

/**
 * Signals of Kafka topics, measured at the brokers.
 * @see https://github.com/danielqsj/kafka_exporter
 * @see https://docs.datadoghq.com/integrations/kafka/
 */
export const KAFKA_SIGNALS = {
  topicLag: {
    title: "messages that a consumer group is behind",
    section: "dependencies",
    unit: "count",
    evaluation: "throughout",
    prometheus: (read) =>
      `sum by (consumergroup, topic) (kafka_consumergroup_lag${selector({ topic: read("topics") })})`,
    datadog: {
      kind: "metric",
      expression: (read) => `sum:kafka.consumer_lag${topicScope(read, "topics")} by {consumer_group,topic}`,
    },
  },
  retiredTopicLagGrowth: {
    title: "growth of a consumer group's lag on a retired topic, in messages per second",
    section: "dependencies",
    unit: "count",
    evaluation: "across",
    // A regression line: the lag of a running consumer goes up and down, that of a stopped one only up.
    prometheus: (read, seconds) => {
      const lag = `kafka_consumergroup_lag${selector({ topic: read("retiredTopics") })}`;
      return `sum by (consumergroup, topic) (deriv(${lag}[${duration(seconds)}]))`;
    },
    datadog: {
      kind: "metric",
      across: "avg",
      expression: (read) =>
        `derivative(sum:kafka.consumer_lag${topicScope(read, "retiredTopics")} by {consumer_group,topic})`,
    },
  },
  producerErrorRatio: {
    title: "share of events that could not be produced",
    section: "dependencies",
    unit: "ratio",
    evaluation: "across",
    prometheus: (read, seconds) =>
      shareOf(
        `${read("applicationMetricPrefix")}_events_produced_total`,
        { job: read("service") },
        'outcome="error"',
        seconds,
      ),
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) => {
        const events = `sum:${read("applicationMetricPrefix")}.events.produced`;
        const failed = datadogScope(read, { tags: ["outcome:error"] });
        return `${events}${failed}.as_count() / ${events}${datadogScope(read)}.as_count()`;
      },
    },
  },
  underReplicatedPartitions: {
    title: "under-replicated partitions",
    section: "dependencies",
    unit: "count",
    evaluation: "throughout",
    prometheus: (read) =>
      `sum(kafka_topic_partition_under_replicated_partition${selector({ topic: read("topics") })})`,
    datadog: {
      kind: "metric",
      // The brokers report it without the topic.
      expression: (read) =>
        `sum:kafka.replication.under_replicated_partitions${datadogScope(read, { service: false })}`,
    },
  },
  retiredTopicMessages: {
    title: "messages written to a retired topic",
    section: "dependencies",
    unit: "count",
    evaluation: "across",
    prometheus: (read, seconds) => {
      const offset = `kafka_topic_partition_current_offset${selector({ topic: read("retiredTopics") })}`;
      return `sum by (topic) (increase(${offset}[${duration(seconds)}]))`;
    },
    datadog: {
      kind: "metric",
      across: "sum",
      expression: (read) =>
        `monotonic_diff(sum:kafka.broker_offset${topicScope(read, "retiredTopics")} by {topic})`,
    },
  },
} satisfies Record<string, Signal>;

function topicScope(read: Read, fact: "topics" | "retiredTopics"): string {
  return datadogScope(read, { service: false, tags: [`topic IN (${read(fact).join(",")})`] });
}
