import { IMAGE_FAMILIES } from "./image-families";

/** How versions of a family are recognized, and how long each is supported. */
export interface RuntimeSupport {
  /** Finds the version in an image tag, as its first group. */
  readonly version: RegExp;
  /** Last day of support by version, ISO dates. */
  readonly endOfLife: Readonly<Record<string, string>>;
  /** Page that the dates come from. */
  readonly source: string;
}

/** A runtime that images are built on: one vendor, one release cycle, one supply chain. */
export interface Runtime {
  /** Family without version. */
  readonly name: string;
  /**
   * Image repositories of the family, official Docker Hub images without `docker.io/library/`.
   * A trailing `*` stands for any ending.
   */
  readonly repositories: readonly string[];
  /**
   * Support by version.
   * @default - the vendor publishes no dates, or none could be confirmed: the family is not split by version
   */
  readonly support?: RuntimeSupport;
}

const MAJOR = /^v?(\d+)(?!\d)/;
const MAJOR_MINOR = /^v?(\d+\.\d+)(?!\d)/;

const PHP_END_OF_LIFE = {
  "7.4": "2022-11-28",
  "8.0": "2023-11-26",
  "8.1": "2025-12-31",
  "8.2": "2026-12-31",
  "8.3": "2027-12-31",
  "8.4": "2028-12-31",
};
const PHP_SOURCE = "https://www.php.net/supported-versions.php";

/** Every runtime family that the footprint knows, in the order in which an image is tried against them. */
export const RUNTIMES: readonly Runtime[] = [
  {
    name: ".NET",
    repositories: [
      "mcr.microsoft.com/dotnet/aspnet",
      "mcr.microsoft.com/dotnet/runtime",
      "mcr.microsoft.com/dotnet/runtime-deps",
      "mcr.microsoft.com/dotnet/sdk",
    ],
    support: {
      version: MAJOR,
      endOfLife: { 6: "2024-11-12", 8: "2026-11-10", 9: "2026-11-10", 10: "2028-11-14" },
      source: "https://dotnet.microsoft.com/platform/support/policy",
    },
  },
  {
    name: "PHP",
    repositories: ["php"],
    support: { version: MAJOR_MINOR, endOfLife: PHP_END_OF_LIFE, source: PHP_SOURCE },
  },
  {
    // Its tags carry the PHP version after its own (`1.9-php8.4-alpine`): PHP's support is what runs out.
    name: "FrankenPHP",
    repositories: ["dunglas/frankenphp"],
    support: { version: /(?:^|-)php(\d+\.\d+)(?!\d)/, endOfLife: PHP_END_OF_LIFE, source: PHP_SOURCE },
  },
  {
    name: "Node.js",
    repositories: ["node"],
    support: {
      version: MAJOR,
      endOfLife: { 18: "2025-04-30", 20: "2026-04-30", 22: "2027-04-30", 24: "2028-04-30" },
      source: "https://github.com/nodejs/Release",
    },
  },
  {
    name: "PostgreSQL",
    repositories: ["postgres", "bitnami/postgresql", "ghcr.io/cloudnative-pg/postgresql"],
    support: {
      version: MAJOR,
      endOfLife: { 14: "2026-11-12", 15: "2027-11-11", 16: "2028-11-09", 17: "2029-11-08" },
      source: "https://www.postgresql.org/support/versioning/",
    },
  },
  {
    // A stable branch ends when the next one comes: the current one has no date.
    name: "nginx",
    repositories: ["nginx", "nginxinc/nginx-unprivileged"],
    support: {
      version: MAJOR_MINOR,
      endOfLife: {
        "1.24": "2024-04-23",
        "1.26": "2025-04-23",
        "1.27": "2025-06-24",
        "1.28": "2026-04-14",
        "1.29": "2026-05-13",
      },
      source: "https://endoflife.date/nginx",
    },
  },
  {
    name: "OpenTelemetry Collector",
    repositories: [
      "otel/opentelemetry-collector*",
      "ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector*",
    ],
  },
  { name: "Envoy", repositories: ["envoyproxy/envoy"] },
  { name: "k6", repositories: ["grafana/k6"] },
  { name: "php-fpm exporter", repositories: ["hipages/php-fpm_exporter"] },
  // Which versions are supported stands in its security policy, without dates.
  { name: "Redis", repositories: ["redis", "bitnami/redis", "redis/redis-stack-server"] },
  {
    // Community support; the current series has no date.
    name: "RabbitMQ",
    repositories: ["rabbitmq", "bitnami/rabbitmq"],
    support: {
      version: MAJOR_MINOR,
      endOfLife: { 3.12: "2024-02-21", 3.13: "2024-09-17", "4.0": "2025-04-15", 4.1: "2026-01-30" },
      source: "https://endoflife.date/rabbitmq",
    },
  },
  {
    name: "Varnish",
    repositories: ["varnish"],
    support: {
      version: MAJOR_MINOR,
      endOfLife: {
        "7.0": "2022-09-15",
        7.1: "2023-03-15",
        7.2: "2023-09-15",
        7.3: "2024-03-15",
        7.4: "2024-09-15",
        7.5: "2025-03-15",
        7.6: "2025-09-15",
        7.7: "2026-03-15",
        "8.0": "2026-09-15",
      },
      source: "https://varnish-cache.org/releases/",
    },
  },
  {
    name: "Prometheus",
    repositories: ["prom/prometheus", "quay.io/prometheus/prometheus"],
    support: {
      version: MAJOR_MINOR,
      // Long-term releases: the others get fixes for six weeks.
      endOfLife: { 2.45: "2024-07-31", 2.53: "2025-07-31", 3.5: "2026-07-31" },
      source: "https://prometheus.io/docs/introduction/release-cycle/",
    },
  },
  {
    name: "Grafana",
    repositories: ["grafana/grafana", "grafana/grafana-oss"],
    support: {
      version: MAJOR_MINOR,
      endOfLife: {
        11.6: "2026-06-25",
        "12.0": "2026-02-05",
        12.1: "2026-04-22",
        12.2: "2026-06-23",
        12.3: "2026-08-19",
        12.4: "2027-05-24",
        "13.0": "2027-01-09",
        13.1: "2027-03-20",
      },
      source: "https://grafana.com/docs/grafana/latest/upgrade-guide/when-to-upgrade/",
    },
  },
  { name: "PgBouncer", repositories: ["edoburu/pgbouncer", "ghcr.io/cloudnative-pg/pgbouncer"] },
  { name: "OpenSearch", repositories: ["opensearchproject/opensearch"] },
  {
    name: "OpenSearch Dashboards",
    repositories: ["opensearchproject/opensearch-dashboards"],
  },
  // After the others: its families have patterns that are wider.
  ...Object.entries(IMAGE_FAMILIES).map(([name, repositories]) => ({ name, repositories })),
];
