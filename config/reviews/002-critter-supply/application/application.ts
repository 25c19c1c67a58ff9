/**
 * Critter Supply (review 002), the same wherever it runs.
 * Source: 002_3f566cf14e5265d2.txt; what the review leaves open is chosen here, and says so.
 */
export const CRITTER = {
  /** Namespace, Compose project and label of all that belongs together. Assumed. */
  name: "critter-supply",
  /** Host of the shop. The review names none: replace it with yours. */
  host: "shop.example.com",
  /** "5. No Docker Image CI/CD": "GitHub Container Registry". Whose is assumed. */
  registry: "ghcr.io/critter-supply",
  /**
   * What the images of the contexts are built on. The review shows C# and names no version of .NET: 10 is the one
   * that is supported, until 2028-11-14; 8 and 9 ended on 2026-11-10.
   */
  baseImage: "mcr.microsoft.com/dotnet/aspnet:10.0-alpine",
  /** User of Microsoft's images, which they create but do not switch to. */
  uid: 1654,
  /** Port of every context. Assumed; the one that ASP.NET Core's images listen on. */
  port: 8080,
  database: {
    name: "critter",
    user: "critter",
    port: 5432,
    /** Major version. The review says PostgreSQL alone; 16 is supported until 2028-11-09. */
    version: "16",
    /** "Disaster Recovery": "PostgreSQL daily, 30-day retention". */
    backupDays: 30,
    /** Most connections of one pod or container, so that all of them together stay below the server's limit. */
    poolSize: 8,
  },
  broker: {
    /** Virtual host of `CRITTER_TOPOLOGY`. */
    virtualHost: "critter-supply",
    port: 5672,
    tlsPort: 5671,
  },
  /** OTLP receiver that every context sends traces and metrics to. */
  telemetry: { name: "otel-collector", port: 4317 },
  /** "4. No Load Testing Infrastructure" and "Approval Conditions": users, share of orders and seconds, errors. */
  loadTest: {
    users: [100, 500, 1000],
    percentiles: [
      { percent: 90, belowSeconds: 5 },
      { percent: 98, belowSeconds: 10 },
    ],
    errorsBelowPercent: 1,
  },
} as const;

/**
 * Secrets that a context reads as files, each named after the setting that it holds, so that ASP.NET Core's
 * key-per-file provider takes the folder as it is: a Kubernetes Secret, a Compose secret and a folder of a VM alike.
 * No secret is in an environment variable.
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/configuration/#key-per-file-configuration-provider
 */
export const SECRET_FILES = {
  folder: "/run/secrets",
  /** `Host=...;Database=...;Username=...;Password=...`, as Npgsql writes it; the pool's size is a variable. */
  postgres: "ConnectionStrings__postgres",
  /** `amqp://user:password@host:port`, `amqps` where the broker has TLS; the virtual host is a variable. */
  rabbitMq: "ConnectionStrings__rabbitmq",
} as const;
