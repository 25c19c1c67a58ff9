import type { OwnImage, ShopResources, ShopService } from "./model";

/** What several phases name. */
export const NETWORK = "ecommerce-network";
/** The image that the pipeline builds: 003_0fefc16f43783c8b.txt, "Secret Management Strategy". */
export const ECOMMERCE: OwnImage = { own: "ecommerce" };
export const DATABASE = "ecommerce";
/** Longest time of one request, in seconds: assumed, above the slowest that phase 1 expects (2 s). */
export const REQUEST_TIMEOUT_SECONDS = 30;
/** Port of FrankenPHP's and of Varnish's own answers. */
export const HTTP_PORT = 80;

/** A request of about half the limit, since the review gives neither. */
export function resources(cpuLimitMillicores: number, memoryLimitMi: number): ShopResources {
  return {
    cpuRequestMillicores: cpuLimitMillicores / 4,
    cpuLimitMillicores,
    memoryRequestMi: memoryLimitMi / 2,
    memoryLimitMi,
  };
}

/** Environment of the application in every phase; it reads its secrets from files. */
export const APP_ENV = {
  APP_ENV: "prod",
  DATABASE_URL_FILE: "/run/secrets/database-url",
  STRIPE_SECRET_KEY_FILE: "/run/secrets/stripe-secret-key",
  JWT_SECRET_KEY_FILE: "/run/secrets/jwt-secret-key",
  REDIS_URL: "redis://redis:6379",
  RATE_LIMITING_ENABLED: "true",
} as const;

export const APP_SECRETS = ["database-url", "stripe-secret-key", "jwt-secret-key"].map((secret) => ({
  secret,
}));

/**
 * PostgreSQL on the node that holds its data.
 *
 * Swarm's virtual addresses drop a connection that is idle for 15 minutes, so it is kept alive.
 * @see 003_0fefc16f43783c8b.txt, "Docker Swarm Deployment Configuration"
 */
export const POSTGRES: ShopService = {
  image: "postgres:16-alpine",
  args: ["postgres", "-c", "tcp_keepalives_idle=60"],
  env: {
    POSTGRES_DB: DATABASE,
    POSTGRES_USER: DATABASE,
    POSTGRES_PASSWORD_FILE: "/run/secrets/postgres-password",
  },
  replicas: 1,
  resources: resources(2000, 2048),
  healthCheck: {
    // By TCP: while it initialises its data PostgreSQL answers on its socket only.
    test: ["CMD", "pg_isready", "-h", "127.0.0.1", "-U", DATABASE, "-d", DATABASE],
    startPeriodSeconds: 60,
  },
  secrets: [{ secret: "postgres-password" }],
  volumes: [{ volume: "postgres-data", path: "/var/lib/postgresql/data" }],
  nodeLabel: "shop.postgres",
  // A fast shutdown writes a checkpoint first.
  stopGraceSeconds: 60,
};

export const REDIS: ShopService = {
  image: "redis:7-alpine",
  replicas: 1,
  resources: resources(500, 256),
  healthCheck: { test: ["CMD-SHELL", "redis-cli ping | grep -q PONG"], startPeriodSeconds: 10 },
};
