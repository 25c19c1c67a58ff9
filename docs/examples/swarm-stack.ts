import type { Construct } from "constructs";
import { SwarmStack } from "../../constructs/swarm-stack";

/** A web server before a database that stays on its node; the password is put into the Swarm beside Terraform. */
export function guestbook(scope: Construct, password: { id: string; name: string }): SwarmStack {
  // #region example
  return new SwarmStack(scope, "Guestbook", {
    name: "guestbook",
    networks: [{ name: "backend" }],
    volumes: [{ name: "data" }],
    configs: [{ name: "nginx", content: "events {}\nhttp { server { listen 80; return 200; } }\n" }],
    secrets: [{ name: "password", external: password }],
    services: [
      {
        name: "web",
        image: "nginx:1.28-alpine",
        replicas: 2,
        resources: {
          cpuRequestMillicores: 100,
          cpuLimitMillicores: 500,
          memoryRequestMi: 32,
          memoryLimitMi: 64,
        },
        healthCheck: {
          test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1/"],
          startPeriodSeconds: 10,
        },
        networks: ["backend"],
        ports: [{ target: 80, published: 8080 }],
        configs: [{ config: "nginx", path: "/etc/nginx/nginx.conf" }],
        after: ["database"],
      },
      {
        name: "database",
        image: "postgres:16-alpine",
        env: { POSTGRES_PASSWORD_FILE: "/run/secrets/password" },
        resources: {
          cpuRequestMillicores: 250,
          cpuLimitMillicores: 1000,
          memoryRequestMi: 256,
          memoryLimitMi: 512,
        },
        healthCheck: { test: ["CMD", "pg_isready", "-h", "127.0.0.1"], startPeriodSeconds: 60 },
        networks: ["backend"],
        secrets: [{ secret: "password" }],
        volumes: [{ volume: "data", path: "/var/lib/postgresql/data" }],
        nodeLabel: "guestbook.data",
      },
    ],
  });
  // #endregion
}
