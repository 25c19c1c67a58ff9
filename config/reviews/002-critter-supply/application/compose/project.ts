import { CRITTER } from "../application";
import { BOUNDED_CONTEXTS } from "../contexts";
import { CRITTER_RABBITMQ } from "../rabbitmq";
import type { ComposeProject } from "./model";
import { caddyfile, grafanaDashboards, prometheusConfiguration, rabbitMqConfiguration } from "./programs";
import {
  ALERTMANAGER,
  CADDY,
  contextService,
  DASHBOARDS_FOLDER,
  DEFINITIONS_FOLDER,
  type DeployedValues,
  GRAFANA,
  GRAFANA_DATASOURCE,
  NETWORKS,
  POSTGRES,
  PROMETHEUS,
  RABBITMQ,
  RABBITMQ_MEMORY_MI,
  SECRETS,
} from "./services";

/** What is written elsewhere: by the alert catalogue and by the topology of the queues. */
export interface WrittenFiles {
  readonly "rules.yml": string;
  readonly "alertmanager.yml": string;
  readonly "dashboard.json": string;
  readonly "rabbitmq-topology.json": string;
}

const BROKER = CRITTER_RABBITMQ.name;
const METRICS = `${BROKER}:15692`;

/**
 * Critter Supply on one Docker host: what `critter-compose` makes through Docker's API, and `critter-vm` from a file.
 * @see 002_3f566cf14e5265d2.txt, "Decision 1: Production Infrastructure - Kubernetes or VM?"
 */
export function critterProject(values: DeployedValues, written: WrittenFiles): ComposeProject {
  const contexts = BOUNDED_CONTEXTS.map((context) => [context.id, contextService(context, values)] as const);
  return {
    name: CRITTER.name,
    networks: Object.values(NETWORKS),
    volumes: ["postgres-data", "rabbitmq-data", "caddy-data", "prometheus-data"],
    services: {
      postgres: POSTGRES,
      [BROKER]: RABBITMQ,
      ...Object.fromEntries(contexts),
      caddy: CADDY,
      prometheus: PROMETHEUS,
      alertmanager: ALERTMANAGER,
      grafana: GRAFANA,
    },
    files: {
      Caddyfile: caddyfile(
        CRITTER.host,
        BOUNDED_CONTEXTS.flatMap(({ id, publicPaths = [] }) =>
          publicPaths.map((path) => ({ path, service: id, port: CRITTER.port })),
        ),
      ),
      "rabbitmq.conf": rabbitMqConfiguration(DEFINITIONS_FOLDER, RABBITMQ_MEMORY_MI),
      "prometheus.yml": prometheusConfiguration([
        { job: BROKER, target: METRICS },
        {
          job: `${BROKER}-queues`,
          target: METRICS,
          path: "/metrics/detailed",
          params: { family: "queue_coarse_metrics", vhost: CRITTER.broker.virtualHost },
        },
      ]),
      "datasource.yml": GRAFANA_DATASOURCE,
      "dashboards.yml": grafanaDashboards(DASHBOARDS_FOLDER),
      ...written,
    },
    secrets: SECRETS,
  };
}
