import { TRADITIONAL } from "./1-traditional";
import { extend } from "./extend";
import type { ShopService } from "./model";
import { caddyfile } from "./programs/caddyfile";
import { grafanaDatasource, prometheusConfiguration } from "./programs/prometheus";
import { HTTP_PORT, resources } from "./services";
import { workers } from "./workers";

const METRICS_PORT = 9180;
const CADDYFILE = "/etc/shop/Caddyfile";

/**
 * What becomes of the application: no web server before it any more. On Debian, since FrankenPHP advises against
 * musl.
 */
const APP: Partial<ShopService> = {
  baseImage: "dunglas/frankenphp:1-php8.4",
  args: ["--config", CADDYFILE, "--adapter", "caddyfile"],
  env: { APP_RUNTIME: "Runtime\\FrankenPhpSymfony\\Runtime" },
  resources: resources(2000, 512),
  healthCheck: {
    test: ["CMD", "curl", "-fsS", "-o", "/dev/null", `http://127.0.0.1:${HTTP_PORT}/healthz`],
    startPeriodSeconds: 20,
  },
  ports: [{ target: HTTP_PORT, published: 8081 }],
  configs: [{ config: "caddyfile", path: CADDYFILE }],
};

const PROMETHEUS: ShopService = {
  image: "prom/prometheus:v3.5.0",
  replicas: 1,
  resources: resources(500, 512),
  healthCheck: {
    test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9090/-/healthy"],
    startPeriodSeconds: 20,
  },
  configs: [{ config: "prometheus", path: "/etc/prometheus/prometheus.yml" }],
};

const GRAFANA: ShopService = {
  image: "grafana/grafana:12.1.1",
  env: { GF_SECURITY_ADMIN_PASSWORD__FILE: "/run/secrets/grafana-admin-password" },
  replicas: 1,
  resources: resources(500, 256),
  healthCheck: {
    test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/api/health"],
    startPeriodSeconds: 30,
  },
  ports: [{ target: 3000, published: 3000 }],
  configs: [{ config: "grafana-datasource", path: "/etc/grafana/provisioning/datasources/prometheus.yaml" }],
  secrets: [{ secret: "grafana-admin-password" }],
  after: ["prometheus"],
};

/** Phase 2: FrankenPHP in worker mode in place of nginx and PHP-FPM, and something to see the gain with. */
export const FRANKENPHP = extend(TRADITIONAL, {
  id: "shop-2-frankenphp",
  source: {
    section: "Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)",
    words: ["FrankenPHP Worker Mode + PostgreSQL + Redis"],
  },
  remove: { services: ["nginx"], configs: ["nginx", "php-fpm"] },
  alter: { app: APP },
  add: {
    services: { prometheus: PROMETHEUS, grafana: GRAFANA },
    configs: {
      caddyfile: caddyfile({
        port: HTTP_PORT,
        metricsPort: METRICS_PORT,
        // "Memory Usage: 8MB per request" of this phase; PostgreSQL's connections bound it first.
        workers: workers({ limitMi: 512, requestMi: 8, replicas: 2 }),
      }),
      prometheus: prometheusConfiguration({ frankenphp: { host: "app", port: METRICS_PORT } }),
      "grafana-datasource": grafanaDatasource("http://prometheus:9090"),
    },
    secrets: { "grafana-admin-password": "Password of Grafana's administrator" },
  },
  settles: ["port", "configuration-in-image", "client-address"],
  deviations: [
    {
      id: "port",
      section: "Docker Swarm Deployment Configuration",
      specified: "an app without a port",
      implemented: "the shop listens on 8081 of every node, the port of the development stack",
      reason: "nothing outside of the Swarm could reach the shop",
    },
    {
      id: "configuration-in-image",
      section: "Optimized Stack (Phase 2)",
      specified: "the working directory mounted into FrankenPHP, its worker set by FRANKENPHP_CONFIG",
      implemented: "the code in the image, the Caddyfile with the worker as a Docker config",
      reason: "a service may start on any node, and the number of workers must fit PostgreSQL's connections",
    },
    {
      id: "client-address",
      section: "Authentication & Authorization",
      specified: "API rate limiting per user/IP",
      implemented: "limits per user only, in the application",
      reason: "Swarm's routing mesh hides the client's address: all clients would share one limit",
    },
    {
      id: "worker-runtime",
      section: "Phase 2+: Optimized Stack Evolution",
      specified: "Symfony 6.4 in FrankenPHP's worker mode with the same application code",
      implemented: "APP_RUNTIME, for which the image must hold the package runtime/frankenphp-symfony",
      reason: "Symfony supports the worker mode without a package only since 7.4",
    },
    {
      id: "connections",
      section: "Phase 2: Infrastructure Optimization (FrankenPHP Worker Mode)",
      specified: "200-500 concurrent users and connection pooling benefits",
      implemented: "31 workers a task, though the memory would hold 44",
      reason:
        "each worker holds its connection: 44 in the three tasks of an update would be 132, and PostgreSQL's " +
        "default takes 97",
    },
    {
      id: "monitoring-images",
      section: "Optimized Stack (Phase 2)",
      specified: "grafana and prometheus as latest, Grafana's password admin, Prometheus open on 9090",
      implemented: "pinned versions, the password as a secret, Prometheus reached through Grafana only",
      reason: "latest changes under a running stack, and Prometheus knows no password",
    },
  ],
});
