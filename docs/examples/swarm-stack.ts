import type { Construct } from "constructs";
import { SwarmStack } from "weighbridge/constructs/swarm-stack";

/** What only the deployer knows. */
export interface GuestbookInputs {
  /** Version of the password in Vault, and its id in the Swarm. */
  readonly password: { readonly version: number; readonly id: string };
  /** Digests of the images. */
  readonly digests: { readonly nginx: string; readonly postgres: string };
}

/** A web server before a database that stays on its node; the password is copied from Vault beside Terraform. */
export function guestbook(scope: Construct, { password, digests }: GuestbookInputs): SwarmStack {
  // #region example
  return new SwarmStack(scope, "Guestbook", {
    name: "guestbook",
    networks: [{ name: "backend" }],
    volumes: [{ name: "data" }],
    configs: [{ name: "nginx", content: "events {}\nhttp { server { listen 80; return 200; } }\n" }],
    secrets: [{ name: "password", vault: { path: "guestbook", field: "password", ...password } }],
    services: [
      {
        name: "web",
        image: `nginx:1.28-alpine@${digests.nginx}`,
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
        image: `postgres:16-alpine@${digests.postgres}`,
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
