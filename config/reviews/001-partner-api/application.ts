/**
 * Existing services that the partner API (review 001) uses; their addresses are the environment's `endpoints`.
 * Names from 001_57ea113d5c58119c.txt, sections 2.1 "Networking", 2.2 "Storage", 6, 7 and 8.
 */
export const PARTNER = {
  host: "partner-api.12go.com",
  frontend3: {
    namespace: "12go",
    app: "frontend3",
    port: 8080,
    /**
     * Connections that frontend3 grants to the partner API. Assumed: the lower of the two highest exposures
     * that the review computes, 10 pods x 100 (option C). The review asks to agree on it with 12go.
     */
    connectionBudget: 1000,
  },
  creditLine: { name: "credit line", endpoint: "creditLine", port: 8080 },
  revenueSdk: { name: "revenue SDK", endpoint: "revenueSdk", port: 8080 },
  kafka: { name: "kafka", endpoint: "kafka", port: 9094 },
  mysql: { name: "mysql", endpoint: "mysql", port: 3306 },
  redis: { name: "redis", endpoint: "redis", port: 6379 },
  memcached: { name: "memcached", endpoint: "memcached", port: 11211 },
  /**
   * 12go's own consumer, of the old topics and then of the new ones: "Does 12go consume any of our topics (`BookSucceeded`,
   * `ReservationChanged`)?" (section 6). User and group are assumed; the audit lists them.
   */
  consumer: { principal: "User:12go", group: "12go-bookings" },
  /**
   * Topics that the consolidation retires. The review counts "30+" and names these two (section 6, "Critical
   * question"); add yours, as the audit finds them. Partitions are assumed: the values in Kafka are kept, whatever is set here.
   */
  oldTopics: [
    { name: "BookSucceeded", partitions: 6 },
    { name: "ReservationChanged", partitions: 6 },
  ],
  /** Section 7, "Identify all DynamoDB table access patterns". The endpoint is inside the VPC. */
  dynamodb: {
    tables: ["ItineraryCache", "PreBookingCache", "BookingCache", "BookingEntity"],
    endpoint: { name: "dynamodb", endpoint: "dynamodb", port: 443 },
  },
  /** The review names Grafana and Prometheus (section 2.1 "Monitoring Stack"); the values are assumed. */
  monitoring: {
    team: "partner-api",
    /** Prefix of the metrics that the services report themselves. Assumed. */
    applicationMetricPrefix: "partner_api",
    ruleLabels: { release: "kube-prometheus-stack" },
    dashboardLabels: { grafana_dashboard: "1" },
    runbookBaseUrl: "https://docs.example.com/constructs",
    /** Route of the search, as each service reports it in `http.route`. The review gives none. */
    searchRoute: {
      dotnet: "/v1/{client_id}/itineraries",
      php: "/partner/v1/{client_id}/itineraries",
    },
  },
} as const;
