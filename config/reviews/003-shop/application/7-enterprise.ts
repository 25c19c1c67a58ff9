import { SEARCH_DRIVEN } from "./6-search-driven";
import { extend } from "./extend";
import type { ShopService } from "./model";
import { pgbouncerConfiguration } from "./programs/pgbouncer";
import { createReplicator, hostBasedAccess, startReplica } from "./programs/postgres";
import { DATABASE, POSTGRES, resources } from "./services";
import { connectionShare } from "./workers";

const SECTION = "Phase 7: Enterprise-Grade Performance";
const REPLICATOR = { replicator: "replicator", passwordFile: "/run/secrets/replication-password" };
const REPLICAS = ["postgres-replica-1", "postgres-replica-2"];
const SEARCH_NODES = ["opensearch", "opensearch-2", "opensearch-3"];
const PGBOUNCER = { port: 6432, replicas: 2, ini: "/etc/shop/pgbouncer.ini" };

/** Follows the primary; reads go to it through PgBouncer. */
function replica(name: string): ShopService {
  return {
    ...POSTGRES,
    command: ["/etc/shop/start-replica.sh"],
    env: {},
    // The first start copies the primary.
    healthCheck: { ...POSTGRES.healthCheck, startPeriodSeconds: 600 },
    volumes: [{ volume: `${name}-data`, path: "/var/lib/postgresql/data" }],
    nodeLabel: `shop.${name}`,
    configs: [{ config: "start-replica", path: "/etc/shop/start-replica.sh", executable: true }],
    secrets: [{ secret: "replication-password" }],
    after: ["postgres"],
  };
}

/** A node of one cluster: three, so that two can still agree when one is away. */
function searchNode(name: string): Partial<ShopService> {
  return {
    env: {
      "discovery.type": "zen",
      "cluster.name": "shop",
      "node.name": name,
      "network.publish_host": "_eth0_",
      "discovery.seed_hosts": SEARCH_NODES.join(","),
      "cluster.initial_cluster_manager_nodes": SEARCH_NODES.join(","),
    },
    healthCheck: {
      // Any answer: Swarm names a task only once it is healthy, and a cluster forms only by names.
      test: ["CMD", "curl", "-sS", "-o", "/dev/null", "http://127.0.0.1:9200/"],
      startPeriodSeconds: 90,
    },
  };
}

/** A node beside the first one, with a volume and a place of its own. */
function furtherSearchNode(name: string): ShopService {
  const { opensearch } = SEARCH_DRIVEN.services;
  if (opensearch === undefined) throw new Error(`${SEARCH_DRIVEN.id} has no service "opensearch"`);
  const node = searchNode(name);
  return {
    ...opensearch,
    ...node,
    env: { ...opensearch.env, ...node.env },
    volumes: [{ volume: `${name}-data`, path: "/usr/share/opensearch/data" }],
    nodeLabel: `shop.${name}`,
  };
}

const POOL: ShopService = {
  image: "edoburu/pgbouncer:v1.25.1-p0",
  command: ["pgbouncer"],
  args: [PGBOUNCER.ini],
  replicas: PGBOUNCER.replicas,
  resources: resources(500, 128),
  healthCheck: {
    test: ["CMD", "pg_isready", "-h", "127.0.0.1", "-p", String(PGBOUNCER.port)],
    startPeriodSeconds: 10,
  },
  configs: [{ config: "pgbouncer", path: PGBOUNCER.ini }],
  secrets: [{ secret: "pgbouncer-users" }],
  after: ["postgres", ...REPLICAS],
};

/** Phase 7: reads spread over replicas, connections pooled, more of everything that can be more. */
export const ENTERPRISE = extend(SEARCH_DRIVEN, {
  id: "shop-7-enterprise",
  source: {
    section: SECTION,
    words: [
      "Database read replicas",
      "Horizontal scaling with load balancers",
      "Database connection pooling optimization",
      "Multi-region OpenSearch clusters",
    ],
  },
  alter: {
    app: {
      replicas: 4,
      // The indexer stays on PostgreSQL itself: PgBouncer passes no notifications on.
      env: {
        DATABASE_URL_FILE: "/run/secrets/database-pool-url",
        DATABASE_REPLICA_URL_FILE: "/run/secrets/database-replica-url",
      },
      secrets: ["database-pool-url", "database-replica-url", "stripe-secret-key", "jwt-secret-key"].map(
        (secret) => ({ secret }),
      ),
      after: ["pgbouncer", "redis"],
    },
    varnish: { replicas: 2 },
    postgres: {
      args: [...(POSTGRES.args ?? []), "-c", "hba_file=/etc/shop/pg_hba.conf", "-c", "wal_keep_size=1GB"],
      configs: [
        { config: "pg-hba", path: "/etc/shop/pg_hba.conf" },
        {
          config: "create-replicator",
          path: "/docker-entrypoint-initdb.d/create-replicator.sh",
          executable: true,
        },
      ],
      secrets: [...(POSTGRES.secrets ?? []), { secret: "replication-password" }],
    },
    opensearch: searchNode("opensearch"),
  },
  add: {
    services: {
      ...Object.fromEntries(REPLICAS.map((name) => [name, replica(name)])),
      pgbouncer: POOL,
      ...Object.fromEntries(SEARCH_NODES.slice(1).map((name) => [name, furtherSearchNode(name)])),
    },
    volumes: [...REPLICAS, ...SEARCH_NODES.slice(1)].map((name) => `${name}-data`),
    configs: {
      "pg-hba": hostBasedAccess(REPLICATOR.replicator),
      "create-replicator": createReplicator(REPLICATOR.replicator, REPLICATOR.passwordFile),
      "start-replica": startReplica({ ...REPLICATOR, primary: "postgres" }),
      pgbouncer: pgbouncerConfiguration({
        port: PGBOUNCER.port,
        database: DATABASE,
        primary: "postgres",
        replicas: REPLICAS,
        userFile: "/run/secrets/pgbouncer-users",
        poolSize: connectionShare(PGBOUNCER.replicas),
      }),
    },
    secrets: {
      "replication-password": "Password of PostgreSQL's user replicator",
      "database-pool-url": "DATABASE_URL for writes: host pgbouncer, port 6432, database ecommerce",
      "database-replica-url": "DATABASE_URL for reads: host pgbouncer, port 6432, database ecommerce_ro",
      "pgbouncer-users": 'PgBouncer\'s file of users, each line "user" "password"',
    },
  },
  deviations: [
    {
      id: "replicas",
      section: SECTION,
      specified: "database read replicas, on an image that knows no replication",
      implemented:
        "two replicas that copy the primary at their first start, each on its own labelled node; where there is " +
        "data already, the user replicator is made by hand",
      reason: "the official image only ever runs its scripts on an empty data directory",
    },
    {
      id: "one-region",
      section: SECTION,
      specified: "multi-region OpenSearch clusters",
      implemented:
        "one cluster of three nodes in one Swarm; each of them needs vm.max_map_count of at least 262144",
      reason:
        "the managers of a Swarm must reach one another within milliseconds: another region is another Swarm",
    },
    {
      id: "load-balancer",
      section: SECTION,
      specified: "load balancers, and a CDN as documentation of Fastly and CloudFlare",
      implemented: "Swarm's routing mesh over four tasks of the application and two of Varnish; no CDN",
      reason:
        "what is in front of the nodes is not part of a Swarm, and the review names no account for a CDN",
    },
    {
      id: "purge-all",
      section: SECTION,
      specified: "advanced caching strategies (cache warming, invalidation)",
      implemented:
        "the application must send each PURGE to every address of tasks.varnish; nothing is warmed",
      reason: "two caches know nothing of one another, and the review names no command that warms them",
    },
  ],
});
