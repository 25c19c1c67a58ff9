/** A place in a review that asks for an alert. */
export interface AlertSource {
  /** File name of the review. */
  readonly file: string;
  readonly section: string;
  /** The review's own words, in its own language. */
  readonly words: string;
}

const FILES = {
  "000": "000_5a365d529a350ad9.txt",
  "001": "001_57ea113d5c58119c.txt",
  "002": "002_3f566cf14e5265d2.txt",
  "003": "003_0fefc16f43783c8b.txt",
  "004": "004_199730ef123eca45.txt",
} as const;

/** Where the built-in reviews ask for each alert, by the id of the alert. */
export const ALERT_SOURCES: Readonly<Record<string, readonly AlertSource[]>> = {
  "error-rate": [
    source(
      "001",
      "2.1 Monitoring Stack, Alerting rules",
      "Partner API error rate > 5% | 5 min window | Warning",
    ),
    source(
      "001",
      "2.1 Monitoring Stack, Alerting rules",
      "Partner API error rate > 15% | 5 min window | Critical (page)",
    ),
    source("004", "Métricas e SLIs Implementados", "Error rate (4xx, 5xx)"),
  ],
  "booking-error-rate": [
    source(
      "001",
      "2.1 Monitoring Stack, Alerting rules",
      "Booking error rate > 2% | 5 min window | Critical (page)",
    ),
  ],
  "search-slow": [
    source("001", "2.1 Monitoring Stack, Alerting rules", "Search p95 > 3s | 10 min window | Warning"),
  ],
  "redis-unreachable": [
    source("001", "2.1 Monitoring Stack, Alerting rules", "Redis unreachable | 30s | Critical (page)"),
    source("001", "1. Executive Summary", "Things that page me at 3 AM | .NET OOM, Redis, Kafka, 12go"),
  ],
  "no-traffic": [
    source(
      "001",
      "2.1 Monitoring Stack, Alerting rules",
      "Zero traffic during business hours | 5 min | Critical (page)",
    ),
  ],
  "circuit-open": [
    source("001", "2.1 Monitoring Stack, Alerting rules", "Circuit breaker open | 30s | Critical (page)"),
    source("001", "8. How to Handle a 12go Outage", 'Circuit breaker state should be "open."'),
  ],
  "memory-kill": [
    source("001", "1. Executive Summary", "Things that page me at 3 AM | .NET OOM, Redis, Kafka, 12go"),
  ],
  "fpm-queue": [
    source(
      "001",
      "2.2 Monitoring Stack, Alerting rules",
      "FPM listen queue > 10 | 1 min window | Warning (scale up)",
    ),
  ],
  "fpm-busy": [
    source(
      "001",
      "2.2 Monitoring Stack, Alerting rules",
      "FPM active workers > 90% of max | 2 min window | Warning (scale up)",
    ),
    source("004", "Operational Runbooks", "High PHP-FPM Pool Utilization"),
  ],
  "fpm-slow-requests": [
    source(
      "001",
      "2.2 Monitoring Stack, Alerting rules",
      "FPM slow requests > 5/min | 5 min window | Warning",
    ),
  ],
  "kafka-lag": [
    source(
      "001",
      "6. Kafka Health Monitoring During Transition",
      "Consumer lag (new topics) | > 1000 messages for 5 min | Check consumer health, scale consumers",
    ),
  ],
  "kafka-retired-lag": [
    source(
      "001",
      "6. Kafka Health Monitoring During Transition",
      "Consumer lag (old topics) | Increasing after consumer migration | Consumer not fully migrated",
    ),
  ],
  "kafka-producer-errors": [
    source(
      "001",
      "6. Kafka Health Monitoring During Transition",
      "Producer error rate | > 1% | Check Kafka broker health",
    ),
  ],
  "kafka-under-replicated": [
    source(
      "001",
      "6. Kafka Health Monitoring During Transition",
      "Under-replicated partitions | > 0 for 5 min | Broker issue — check disk/network",
    ),
    source("001", "1. Executive Summary", "Things that page me at 3 AM | .NET OOM, Redis, Kafka, 12go"),
  ],
  "kafka-retired-writes": [
    source(
      "001",
      "6. Kafka Health Monitoring During Transition",
      "Topic message rate (old) | > 0 after dual-write stopped | Rogue producer still writing",
    ),
  ],
  "budget-burns-fast": [
    source(
      "000",
      "Recommendations",
      "a dedicated B2B Datadog dashboard from day one with clear SLO metrics separate from f3",
    ),
    source("000", "Recommendations", "B2B-specific Datadog monitors/alerts that page our team, not 12go's"),
    source("004", "Observabilidade e Monitoramento", "Alertas baseados em SLIs/SLOs específicos"),
  ],
  "budget-burns-slowly": [
    source(
      "000",
      "Recommendations",
      "a dedicated B2B Datadog dashboard from day one with clear SLO metrics separate from f3",
    ),
    source("004", "Observabilidade e Monitoramento", "Alertas baseados em SLIs/SLOs específicos"),
  ],
  "database-connections": [
    source(
      "000",
      "Recommendations",
      "Set up MariaDB connection pool limits for B2B queries to prevent resource contention",
    ),
    source("001", "8. How to Debug a Failed Booking", "Check frontend3 error logs, MySQL connection pool"),
    source("004", "Métricas e SLIs Implementados", "Database connection pool"),
  ],
  "dead-letters": [
    source("002", "3. No Monitoring/Alerting", "RabbitMQ dead-letter queue monitoring"),
    source("002", "3. No Monitoring/Alerting", "No visibility into failed messages"),
  ],
  "queue-backlog": [
    source(
      "002",
      "Monitoring & Observability",
      "Real-time dashboards (queue depth, saga duration, error rates)",
    ),
  ],
  "saga-timeout": [source("002", "3. No Monitoring/Alerting", "No saga timeout alerts")],
  "order-slow": [
    source(
      "002",
      "Approval Conditions, Load testing validates SLA in Cycle 20",
      "90% complete within 5 seconds",
    ),
    source("002", "3. No Monitoring/Alerting", "Saga duration tracking"),
  ],
  "order-very-slow": [
    source(
      "002",
      "Approval Conditions, Load testing validates SLA in Cycle 20",
      "98% complete within 10 seconds",
    ),
    source("002", "3. No Monitoring/Alerting", "Saga duration tracking"),
  ],
  "order-errors": [
    source("002", "Approval Conditions, Load testing validates SLA in Cycle 20", "< 1% error rate"),
  ],
  "shop-1-slow": [source("003", "Phase 1: Traditional Infrastructure", "Response Time: 800ms - 2000ms")],
  "shop-2-slow": [source("003", "Phase 2: Infrastructure Optimization", "Response Time: 200ms - 500ms")],
  "shop-3-slow": [
    source("003", "Phase 3: Code + Infrastructure Optimization", "Response Time: 50ms - 150ms"),
  ],
  "shop-4-slow": [source("003", "Phase 4: HTTP Caching Layer", "Response Time: 10ms - 50ms")],
  "shop-cache-misses": [
    source("003", "Phase 4: HTTP Caching Layer", "Cache Hit Ratio: 85-95% for product pages"),
  ],
  "shop-search-slow": [source("003", "Phase 5: Search Optimization", "Search Response Time: 5ms - 20ms")],
  "shop-autocomplete-slow": [source("003", "Phase 5: Search Optimization", "Auto-complete Latency: <10ms")],
  "shop-listing-slow": [
    source("003", "Phase 6: Search-Driven Architecture", "Listing Page Response: 5ms - 15ms"),
  ],
  "shop-filter-slow": [source("003", "Phase 6: Search-Driven Architecture", "Complex Filter Queries: <50ms")],
  "shop-index-late": [source("003", "Phase 6: Search-Driven Architecture", "Index Update Latency: <100ms")],
  "responses-slow": [source("004", "Métricas e SLIs Implementados", "Response time (P50, P95, P99)")],
  "opcache-misses": [source("004", "Métricas e SLIs Implementados", "OPcache hit ratio")],
  "container-restarts": [source("004", "Métricas e SLIs Implementados", "Container restart count")],
  "memory-high": [source("004", "Métricas e SLIs Implementados", "Pod CPU/Memory utilization")],
  "job-backlog": [source("004", "Métricas e SLIs Implementados", "Background job queue size")],
};

function source(review: keyof typeof FILES, section: string, words: string): AlertSource {
  return { file: FILES[review], section, words };
}
