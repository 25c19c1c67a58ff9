import type { ShopPhase, ShopService } from "./model";
import { nginxConfiguration } from "./programs/nginx";
import { fpmPool } from "./programs/php-fpm";
import {
  APP_ENV,
  APP_SECRETS,
  ECOMMERCE,
  HTTP_PORT,
  NETWORK,
  POSTGRES,
  REDIS,
  REQUEST_TIMEOUT_SECONDS,
  resources,
} from "./services";
import { workers } from "./workers";

const FPM_PORT = 9000;
const DEPLOYMENT = "Docker Swarm Deployment Configuration";

const APP: ShopService = {
  image: ECOMMERCE,
  baseImage: "php:8.4-fpm-alpine",
  env: APP_ENV,
  replicas: 2,
  resources: resources(2000, 1024),
  healthCheck: {
    // FPM speaks FastCGI, which nothing in the image does: that it listens is what can be asked.
    test: ["CMD", "php", "-r", `exit(@fsockopen("127.0.0.1", ${FPM_PORT}) ? 0 : 1);`],
    startPeriodSeconds: 20,
  },
  configs: [{ config: "php-fpm", path: "/usr/local/etc/php-fpm.d/zz-shop.conf" }],
  secrets: APP_SECRETS,
  after: ["postgres", "redis"],
  restart: "on-failure",
};

const NGINX: ShopService = {
  image: "nginx:1.24-alpine",
  replicas: 2,
  resources: resources(500, 128),
  healthCheck: {
    test: ["CMD", "wget", "-q", "-O", "/dev/null", `http://127.0.0.1:${HTTP_PORT}/healthz`],
    startPeriodSeconds: 10,
  },
  ports: [{ target: HTTP_PORT, published: 8080 }],
  configs: [{ config: "nginx", path: "/etc/nginx/nginx.conf" }],
  after: ["app"],
};

/** Phase 1: nginx before PHP-FPM, PostgreSQL, Redis hardly used. */
export const TRADITIONAL: ShopPhase = {
  id: "shop-1-traditional",
  source: {
    section: "Phase 1: Traditional Infrastructure (Intentional Bottlenecks)",
    words: ["Nginx + PHP-FPM + PostgreSQL"],
  },
  networks: [NETWORK],
  services: { postgres: POSTGRES, redis: REDIS, app: APP, nginx: NGINX },
  volumes: ["postgres-data"],
  configs: {
    nginx: nginxConfiguration({
      port: HTTP_PORT,
      fpm: `app:${FPM_PORT}`,
      requestTimeoutSeconds: REQUEST_TIMEOUT_SECONDS,
    }),
    "php-fpm": fpmPool({
      port: FPM_PORT,
      // "Memory Usage: 32MB per request" of this phase.
      maxChildren: workers({ limitMi: 1024, requestMi: 32, replicas: 2 }),
      requestTimeoutSeconds: REQUEST_TIMEOUT_SECONDS,
    }),
  },
  secrets: {
    "postgres-password": "Password of PostgreSQL's user ecommerce",
    "database-url": "DATABASE_URL of the application, password included",
    "stripe-secret-key": "Secret key of Stripe's API",
    "jwt-secret-key": "Key that tokens are signed with",
  },
  deviations: [
    {
      id: "order",
      section: DEPLOYMENT,
      specified: "depends_on",
      implemented: "the order in which Terraform creates the services, and a restart after each failed start",
      reason: "Docker Swarm ignores depends_on",
    },
    {
      id: "port",
      section: DEPLOYMENT,
      specified: "an app without a port",
      implemented: "nginx listens on 8080 of every node, the port of the development stack",
      reason: "nothing outside of the Swarm could reach the shop",
    },
    {
      id: "pinned-database",
      section: DEPLOYMENT,
      specified: "PostgreSQL on any manager, with a local volume",
      implemented: "PostgreSQL on the one node labelled shop.postgres=true",
      reason: "a local volume stays on its node: after a move PostgreSQL would start with an empty database",
    },
    {
      id: "secret-files",
      section: DEPLOYMENT,
      specified: "passwords and keys in environment variables",
      implemented:
        "Docker secrets, put into the Swarm from Vault beside Terraform; the application reads DATABASE_URL_FILE, " +
        "STRIPE_SECRET_KEY_FILE and JWT_SECRET_KEY_FILE (in Symfony: %env(trim:file:DATABASE_URL_FILE)%)",
      reason: "whoever may inspect a service reads its environment, and the state would hold the values",
    },
    {
      id: "deploy-variables",
      section: "Simple Deployment Script",
      specified: "deploy.sh, which sets neither HARBOR_REGISTRY, IMAGE_TAG, DB_USER nor DB_PASSWORD",
      implemented: "Terraform variables without a default, and the user ecommerce; no image is ever latest",
      reason:
        "an empty registry makes an image name that Docker refuses, and PostgreSQL does not start without a password",
    },
    {
      id: "configuration-in-image",
      section: "Traditional Stack (Phase 1)",
      specified: "the working directory mounted into nginx and PHP-FPM",
      implemented: "the code in the image, nginx.conf and the FPM pool as Docker configs",
      reason: "a service may start on any node, and the directory is on none of them",
    },
    {
      id: "assumed-resources",
      section: "Performance Optimization Roadmap",
      specified: "no CPU or memory of any service",
      implemented: "assumed limits and reservations for every service",
      reason: "without limits one service starves the others, and there is no footprint",
    },
    {
      id: "client-address",
      section: "Authentication & Authorization",
      specified: "API rate limiting per user/IP",
      implemented: "limits per user only, in the application; nginx limits nothing",
      reason: "Swarm's routing mesh hides the client's address: all clients would share one limit",
    },
  ],
};
