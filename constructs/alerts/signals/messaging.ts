import { growth, quantile, selector, shareOf } from "../promql";
import type { Signal, Unseen } from "../signal";
import type { Read } from "../subject";

const NOT_IN_DATADOG: Unseen = { unseen: "no integration sends it to Datadog" };

/**
 * Signals of RabbitMQ's queues and of the sagas that use them. Only the detailed metrics have figures per queue: `/metrics/detailed?family=queue_coarse_metrics` on port 15692.
 * @see https://www.rabbitmq.com/docs/prometheus
 */
export const MESSAGING_SIGNALS = {
  deadLetters: {
    title: "messages in a dead-letter queue",
    section: "saturation",
    unit: "count",
    evaluation: "throughout",
    prometheus: (read) =>
      `sum by (queue) (rabbitmq_detailed_queue_messages_ready${selector({ queue: read("deadLetterQueues") })})`,
    datadog: NOT_IN_DATADOG,
  },
  queueBacklog: {
    title: "messages that wait in a work queue",
    section: "saturation",
    unit: "count",
    evaluation: "throughout",
    prometheus: (read) =>
      `sum by (queue) (rabbitmq_detailed_queue_messages_ready${selector({ queue: read("workQueues") })})`,
    datadog: NOT_IN_DATADOG,
  },
  sagaTimeouts: {
    title: "number of sagas that timed out",
    section: "funnel",
    unit: "count",
    evaluation: "across",
    prometheus: (read, seconds) => growth(sagas(read), { job: read("service"), outcome: "timeout" }, seconds),
    datadog: NOT_IN_DATADOG,
  },
  sagaErrorRatio: {
    title: "share of orders that fail",
    section: "funnel",
    unit: "ratio",
    evaluation: "across",
    prometheus: (read, seconds) =>
      shareOf(sagas(read), { job: read("service") }, 'outcome!="completed"', seconds),
    datadog: NOT_IN_DATADOG,
  },
  sagaP90Seconds: sagaQuantile(0.9),
  sagaP98Seconds: sagaQuantile(0.98),
} satisfies Record<string, Signal>;

/** The counter of ended sagas, with the label `outcome`; the service itself reports it. */
function sagas(read: Read): string {
  return `${read("applicationMetricPrefix")}_sagas_total`;
}

function sagaQuantile(q: number): Signal {
  return {
    title: `${Math.round(q * 100)}th percentile of the time from order to its end`,
    section: "funnel",
    unit: "seconds",
    evaluation: "across",
    prometheus: (read, seconds) =>
      quantile(
        q,
        `${read("applicationMetricPrefix")}_saga_duration_seconds`,
        { job: read("service") },
        seconds,
      ),
    datadog: NOT_IN_DATADOG,
  };
}
