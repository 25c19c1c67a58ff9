import type { AlertSubject, SignalName } from "../constructs/alerts";

/** A subject that every alert can be rendered for. */
export const SUBJECT = {
  service: "shop",
  applicationMetricPrefix: "shop",
  namespace: "shop",
  container: "app",
  searchRoute: "/search",
  autocompleteRoute: "/complete",
  listingRoute: "/products",
  filterRoute: "/products/filter",
  maxChildren: 11,
  database: { user: "shop", connectionsPerHost: 10 },
  topics: ["booking.lifecycle"],
  retiredTopics: ["BookSucceeded"],
  deadLetterQueues: ["orders.dlq"],
  workQueues: ["orders"],
  availabilityPercent: 99.9,
} satisfies AlertSubject;

/** What a signal reads before and after it breaks. */
export interface Course {
  readonly before: number;
  readonly after: number;
}

/** How a course is sampled. */
export interface Sampling {
  readonly stepSeconds: number;
  /** Samples on either side of the break. */
  readonly samples: number;
  readonly windowSeconds: number;
}

/** One series as promtool takes it. */
export interface Series {
  readonly series: string;
  readonly values: string;
}

type Simulation = (course: Course, sampling: Sampling) => readonly Series[];

const SHOP = `job="${SUBJECT.service}"`;
const CONTAINER = `namespace="${SUBJECT.namespace}",pod="shop-0",container="${SUBJECT.container}"`;
const REQUESTS = "http_server_request_duration_seconds";
/** Events in a step, where only shares matter. */
const BUSY = 1000;

/** Series that make each signal take the values of a course; a signal without an entry does not compile. */
export const SIMULATIONS: Readonly<Record<SignalName, Simulation>> = {
  errorRatio: share(
    `${REQUESTS}_count{${SHOP},http_response_status_code="500"}`,
    `${REQUESTS}_count{${SHOP},http_response_status_code="200"}`,
  ),
  availabilityBurn: (course, sampling) =>
    SIMULATIONS.errorRatio(scaled(course, 1 - SUBJECT.availabilityPercent / 100), sampling),
  requestCount: growth(`${REQUESTS}_count{${SHOP},http_response_status_code="200"}`),
  responseP95Seconds: histogram(REQUESTS, `${SHOP},http_route="/any"`),
  searchP95Seconds: histogram(REQUESTS, `${SHOP},http_route="${SUBJECT.searchRoute}"`),
  autocompleteP95Seconds: histogram(REQUESTS, `${SHOP},http_route="${SUBJECT.autocompleteRoute}"`),
  listingP95Seconds: histogram(REQUESTS, `${SHOP},http_route="${SUBJECT.listingRoute}"`),
  filterP95Seconds: histogram(REQUESTS, `${SHOP},http_route="${SUBJECT.filterRoute}"`),
  bookingErrorRatio: share(
    `shop_booking_requests_total{${SHOP},stage="confirm",outcome="error"}`,
    `shop_booking_requests_total{${SHOP},stage="reserve",outcome="ok"}`,
  ),
  redisReachable: gauge(`redis_up{${SHOP}}`),
  circuitOpen: gauge(`shop_circuit_breaker_open{${SHOP},upstream="backend"}`),
  // Not in Prometheus.
  databaseConnectionRatio: () => [],
  fpmListenQueue: gauge(`phpfpm_listen_queue{${SHOP},pod="shop-0"}`),
  fpmBusyRatio: (course, sampling) =>
    gauge(`phpfpm_active_processes{${SHOP},pod="shop-0"}`)(scaled(course, SUBJECT.maxChildren), sampling),
  fpmSlowRequests: growth(`phpfpm_slow_requests{${SHOP},pod="shop-0"}`),
  opcacheHitRatio: gauge(`app_opcache_hit_ratio{${SHOP},pod="shop-0"}`),
  topicLag: gauge(`kafka_consumergroup_lag{consumergroup="g",topic="${SUBJECT.topics[0]}",partition="0"}`),
  retiredTopicLagGrowth: (course, { stepSeconds, samples }) => [
    counter(
      `kafka_consumergroup_lag{consumergroup="g",topic="${SUBJECT.retiredTopics[0]}",partition="0"}`,
      scaled(course, stepSeconds),
      samples,
    ),
  ],
  producerErrorRatio: share(
    `shop_events_produced_total{${SHOP},outcome="error"}`,
    `shop_events_produced_total{${SHOP},outcome="ok"}`,
  ),
  underReplicatedPartitions: gauge(
    `kafka_topic_partition_under_replicated_partition{topic="${SUBJECT.topics[0]}",partition="0"}`,
  ),
  retiredTopicMessages: growth(
    `kafka_topic_partition_current_offset{topic="${SUBJECT.retiredTopics[0]}",partition="0"}`,
  ),
  deadLetters: gauge(`rabbitmq_detailed_queue_messages_ready{queue="${SUBJECT.deadLetterQueues[0]}"}`),
  queueBacklog: gauge(`rabbitmq_detailed_queue_messages_ready{queue="${SUBJECT.workQueues[0]}"}`),
  sagaTimeouts: growth(`shop_sagas_total{${SHOP},outcome="timeout"}`),
  sagaErrorRatio: share(
    `shop_sagas_total{${SHOP},outcome="failed"}`,
    `shop_sagas_total{${SHOP},outcome="completed"}`,
  ),
  sagaP90Seconds: histogram("shop_saga_duration_seconds", SHOP),
  sagaP98Seconds: histogram("shop_saga_duration_seconds", SHOP),
  // An old kill stays the last reason for ever: without a restart it is silent.
  memoryKills: (course, sampling) => [
    ...growth(`kube_pod_container_status_restarts_total{${CONTAINER}}`)(course, sampling),
    ...gauge(`kube_pod_container_status_last_terminated_reason{${CONTAINER},reason="OOMKilled"}`)(
      { before: 1, after: 1 },
      sampling,
    ),
  ],
  containerRestarts: growth(`kube_pod_container_status_restarts_total{${CONTAINER}}`),
  memoryRatio: (course, sampling) => [
    ...gauge(`container_memory_working_set_bytes{${CONTAINER}}`)(scaled(course, 2 ** 29), sampling),
    ...gauge(`kube_pod_container_resource_limits{${CONTAINER},resource="memory"}`)(
      { before: 2 ** 29, after: 2 ** 29 },
      sampling,
    ),
  ],
  cacheHitRatio: share(`varnish_main_cache_hit{${SHOP}}`, `varnish_main_cache_miss{${SHOP}}`),
  indexUpdateP95Seconds: histogram("shop_index_update_duration_seconds", SHOP),
  jobBacklog: gauge(`app_queue_jobs{${SHOP},queue="default"}`),
};

/** A gauge that shows the value. */
function gauge(series: string): Simulation {
  return ({ before, after }, { samples }) => [
    { series, values: `${before}+0x${samples - 1} ${after}+0x${samples - 1}` },
  ];
}

/** A counter that grows by the value in each window. */
function growth(series: string): Simulation {
  return (course, { stepSeconds, samples, windowSeconds }) => [
    counter(series, scaled(course, stepSeconds / windowSeconds), samples),
  ];
}

/** Two counters of which the first has the value as its share. */
function share(part: string, rest: string): Simulation {
  return ({ before, after }, { samples }) => [
    counter(part, { before: BUSY * before, after: BUSY * after }, samples),
    counter(rest, { before: BUSY * (1 - before), after: BUSY * (1 - after) }, samples),
  ];
}

/** A histogram all of whose observations lie in a narrow bucket that ends at the value. */
function histogram(name: string, labels: string): Simulation {
  return ({ before, after }, { samples }) => {
    const edges = [before, after].flatMap((value) => [value * 0.999, value]);
    const bounds = [...new Set(edges)].sort((left, right) => left - right);
    return [...bounds, Number.POSITIVE_INFINITY].map((bound) =>
      counter(
        `${name}_bucket{${labels},le="${bound === Number.POSITIVE_INFINITY ? "+Inf" : bound}"}`,
        { before: bound >= before ? BUSY : 0, after: bound >= after ? BUSY : 0 },
        samples,
      ),
    );
  };
}

/** A counter with a growth for each step before and after the break. */
function counter(series: string, { before, after }: Course, samples: number): Series {
  const turn = before * (samples - 1);
  return { series, values: `0+${before}x${samples - 1} ${turn + after}+${after}x${samples - 1}` };
}

function scaled({ before, after }: Course, factor: number): Course {
  return { before: before * factor, after: after * factor };
}
