/** How a family's versions are told and how long each is supported. */
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
    repositories: ["postgres"],
    support: {
      version: MAJOR,
      endOfLife: { 14: "2026-11-12", 15: "2027-11-11", 16: "2028-11-09", 17: "2029-11-08" },
      source: "https://www.postgresql.org/support/versioning/",
    },
  },
  { name: "nginx", repositories: ["nginx", "nginxinc/nginx-unprivileged"] },
  {
    name: "OpenTelemetry Collector",
    repositories: [
      "otel/opentelemetry-collector*",
      "ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector*",
    ],
  },
  { name: "php-fpm exporter", repositories: ["hipages/php-fpm_exporter"] },
  { name: "Redis", repositories: ["redis"] },
  { name: "RabbitMQ", repositories: ["rabbitmq"] },
  { name: "Varnish", repositories: ["varnish"] },
  { name: "OpenSearch", repositories: ["opensearchproject/opensearch"] },
  {
    name: "OpenSearch Dashboards",
    repositories: ["opensearchproject/opensearch-dashboards"],
  },
];
