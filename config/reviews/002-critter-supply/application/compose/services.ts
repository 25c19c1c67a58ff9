import { grafanaDatasource } from "../../../003-shop/application/programs/prometheus";
import { CRITTER, SECRET_FILES } from "../application";
import { BOUNDED_CONTEXTS, type BoundedContext, usesBroker } from "../contexts";
import { imageOf, variablesOf } from "../environment";
import { CRITTER_RABBITMQ } from "../rabbitmq";
import type { ComposeResources, ComposeService } from "./model";

/**
 * Networks. Docker lets everything on one reach everything else on it, so the front door reaches only the contexts that
 * customers reach, and who watches reaches no context.
 */
export const NETWORKS = { front: "front", back: "back", watch: "watch" } as const;

/** What each secret holds; a deployer places the values. */
export const SECRETS = {
  "postgres-password": "password of PostgreSQL's user critter",
  "postgres-connection":
    "connection text of Npgsql: Host=postgres;Database=critter;Username=critter;Password=...",
  "rabbitmq-users": "definitions of RabbitMQ's users, with hashed passwords, and of their permissions",
  "rabbitmq-connection": "address of RabbitMQ: amqp://user:password@messaging:5672",
  "grafana-admin-password": "password of Grafana's administrator",
  "slack-webhook-url": "address of the webhook of the channel #critter-alerts",
} as const;

/** One folder for both: the topology, which is no secret, and the users, who are. */
export const DEFINITIONS_FOLDER = "/run/secrets/definitions";
export const RABBITMQ_MEMORY_MI = 2048;
const DASHBOARDS_FOLDER = "/etc/grafana/dashboards";
const PROMETHEUS_PORT = 9090;

/** The review gives no size of any of these: each is assumed. */
function resources(cpuLimitMillicores: number, memoryLimitMi: number): ComposeResources {
  return {
    cpuRequestMillicores: cpuLimitMillicores / 5,
    cpuLimitMillicores,
    memoryRequestMi: memoryLimitMi / 2,
    memoryLimitMi,
  };
}

function answers(url: string): readonly string[] {
  return ["CMD", "wget", "-q", "-O", "/dev/null", url];
}

/** What only the deployer knows, or what stands for it. */
export interface DeployedValues {
  /** Version of the eight images. */
  readonly tag: string;
  /** Address of the payment provider's API; the review names none. */
  readonly paymentProviderUrl: string;
}

/** A bounded context: one of each, since one host is lost as a whole. */
export function contextService(
  context: BoundedContext,
  { tag, paymentProviderUrl }: DeployedValues,
): ComposeService {
  const secret = (name: keyof typeof SECRETS, file: string) => ({
    secret: name,
    path: `${SECRET_FILES.folder}/${file}`,
  });
  const broker = usesBroker(context);
  return {
    image: imageOf(context, tag),
    baseImage: CRITTER.baseImage,
    user: `${CRITTER.uid}:${CRITTER.uid}`,
    env: {
      ...variablesOf(context, {
        urlOf: (id) => `http://${id}:${CRITTER.port}`,
        outsideUrlOf: () => paymentProviderUrl,
        // Prometheus takes metrics by OTLP itself; traces have nowhere to go until cycle 21.
        telemetryUrl: `http://prometheus:${PROMETHEUS_PORT}/api/v1/otlp`,
      }),
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
      OTEL_TRACES_EXPORTER: "none",
      OTEL_LOGS_EXPORTER: "none",
    },
    resources: context.resources,
    healthCheck: {
      test: answers(`http://127.0.0.1:${CRITTER.port}/health/ready`),
      startPeriodSeconds: 30,
    },
    networks: context.publicPaths === undefined ? [NETWORKS.back] : [NETWORKS.front, NETWORKS.back],
    secrets: [
      secret("postgres-connection", SECRET_FILES.postgres),
      ...(broker ? [secret("rabbitmq-connection", SECRET_FILES.rabbitMq)] : []),
    ],
    writablePaths: ["/tmp"],
    after: ["postgres", ...(broker ? [CRITTER_RABBITMQ.name] : [])],
  };
}

/** @see 002_3f566cf14e5265d2.txt, "6. No Secrets Management" */
export const POSTGRES: ComposeService = {
  image: `postgres:${CRITTER.database.version}-alpine`,
  user: "70:70",
  env: {
    POSTGRES_DB: CRITTER.database.name,
    POSTGRES_USER: CRITTER.database.user,
    POSTGRES_PASSWORD_FILE: "/run/secrets/postgres-password",
  },
  resources: resources(2000, 2048),
  healthCheck: {
    // By TCP: while it initialises its data PostgreSQL answers on its socket only.
    test: ["CMD", "pg_isready", "-h", "127.0.0.1", "-U", CRITTER.database.user, "-d", CRITTER.database.name],
    startPeriodSeconds: 60,
  },
  networks: [NETWORKS.back],
  volumes: [{ volume: "postgres-data", path: "/var/lib/postgresql/data" }],
  secrets: [{ secret: "postgres-password", path: "/run/secrets/postgres-password" }],
  // A fast shutdown writes a checkpoint first.
  stopGraceSeconds: 60,
};

/** The week-1 volume, and the host name without which it looks empty: the data folder carries the node's name. */
export const RABBITMQ: ComposeService = {
  image: "rabbitmq:4.2.6-management",
  hostname: CRITTER_RABBITMQ.name,
  user: "999:999",
  resources: resources(2000, RABBITMQ_MEMORY_MI),
  healthCheck: {
    // Starts a second Erlang, so seldom and with time.
    test: ["CMD", "rabbitmq-diagnostics", "-q", "check_port_connectivity"],
    startPeriodSeconds: 60,
    intervalSeconds: 30,
    timeoutSeconds: 15,
  },
  networks: [NETWORKS.back],
  volumes: [{ volume: "rabbitmq-data", path: "/var/lib/rabbitmq" }],
  files: [
    { file: "rabbitmq.conf", path: "/etc/rabbitmq/conf.d/90-critter.conf" },
    { file: "rabbitmq-topology.json", path: `${DEFINITIONS_FOLDER}/10-topology.json` },
  ],
  secrets: [{ secret: "rabbitmq-users", path: `${DEFINITIONS_FOLDER}/20-users.json` }],
  // Queues are closed in order.
  stopGraceSeconds: 120,
};

/** The front door. Its volume keeps the certificates: Let's Encrypt gives only so many a week. */
export const CADDY: ComposeService = {
  image: "caddy:2.10.2-alpine",
  resources: resources(500, 128),
  healthCheck: { test: answers("http://127.0.0.1:2019/config/"), startPeriodSeconds: 10 },
  networks: [NETWORKS.front],
  ports: [{ target: 443, published: 443 }],
  volumes: [{ volume: "caddy-data", path: "/data" }],
  files: [{ file: "Caddyfile", path: "/etc/caddy/Caddyfile" }],
  // Its program carries this capability, and would not start without it.
  capability: "NET_BIND_SERVICE",
  after: BOUNDED_CONTEXTS.filter(({ publicPaths }) => publicPaths !== undefined).map(({ id }) => id),
};

/** "Historical metrics (30-day retention for trends)". */
export const PROMETHEUS: ComposeService = {
  image: "prom/prometheus:v3.5.0",
  command: [
    "--config.file=/etc/prometheus/prometheus.yml",
    "--storage.tsdb.path=/prometheus",
    "--storage.tsdb.retention.time=30d",
    "--web.enable-otlp-receiver",
  ],
  resources: resources(500, 1024),
  healthCheck: { test: answers(`http://127.0.0.1:${PROMETHEUS_PORT}/-/healthy`), startPeriodSeconds: 30 },
  networks: [NETWORKS.back, NETWORKS.watch],
  volumes: [{ volume: "prometheus-data", path: "/prometheus" }],
  files: [
    { file: "prometheus.yml", path: "/etc/prometheus/prometheus.yml" },
    { file: "rules.yml", path: "/etc/prometheus/rules.yml" },
  ],
};

export const ALERTMANAGER: ComposeService = {
  image: "prom/alertmanager:v0.28.1",
  command: ["--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager"],
  resources: resources(250, 128),
  healthCheck: { test: answers("http://127.0.0.1:9093/-/healthy"), startPeriodSeconds: 10 },
  networks: [NETWORKS.watch],
  files: [{ file: "alertmanager.yml", path: "/etc/alertmanager/alertmanager.yml" }],
  secrets: [{ secret: "slack-webhook-url", path: "/run/secrets/slack-webhook-url" }],
};

/** Reached by a tunnel to the host; nothing is kept that its files do not hold. */
export const GRAFANA: ComposeService = {
  image: "grafana/grafana:12.1.1",
  env: { GF_SECURITY_ADMIN_PASSWORD__FILE: "/run/secrets/grafana-admin-password" },
  resources: resources(500, 256),
  healthCheck: { test: answers("http://127.0.0.1:3000/api/health"), startPeriodSeconds: 30 },
  networks: [NETWORKS.watch],
  files: [
    { file: "datasource.yml", path: "/etc/grafana/provisioning/datasources/prometheus.yml" },
    { file: "dashboards.yml", path: "/etc/grafana/provisioning/dashboards/files.yml" },
    { file: "dashboard.json", path: `${DASHBOARDS_FOLDER}/critter-supply.json` },
  ],
  secrets: [{ secret: "grafana-admin-password", path: "/run/secrets/grafana-admin-password" }],
  after: ["prometheus"],
};

export const GRAFANA_DATASOURCE = grafanaDatasource(`http://prometheus:${PROMETHEUS_PORT}`);
export { DASHBOARDS_FOLDER };
