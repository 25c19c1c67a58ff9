import { AppConfigStandIn } from "../appconfig-stand-in";
import { AwsStandIn } from "../aws-stand-in";
import { DatadogStandIn } from "../datadog-stand-in";
import { KAFKA_REQUIREMENTS, Kafka } from "../kafka";
import { KUBERNETES_REQUIREMENTS, KubernetesSandbox } from "../kubernetes";
import { MARIADB_ADMIN, MARIADB_REQUIREMENTS, MariaDb } from "../mariadb";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "../moto";
import { RABBITMQ_REQUIREMENTS, RabbitMq } from "../rabbitmq";
import { ADMINISTRATOR, asAdministrator } from "../rabbitmq/management";
import type { Requirement } from "../requirement";
import { SWARM_REQUIREMENTS, Swarm } from "../swarm";
import type { PartName } from "./model";

/** A part that serves. */
export interface StartedPart {
  /** Where it listens. */
  readonly detail: string;
  /** Version of its program, where options depend on it. */
  readonly version?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** How a part is started. */
export interface Part {
  readonly requirements: readonly Requirement[];
  readonly estimateSeconds: number;
  /** What its start waits for. */
  readonly waitsFor: string;
  start(): Promise<StartedPart>;
}

/** Every part of the local sandbox. All of them listen on loopback, on ports that the system chooses. */
export const PARTS: Readonly<Record<PartName, Part>> = {
  aws: {
    requirements: MOTO_REQUIREMENTS,
    estimateSeconds: 10,
    waitsFor: "moto, and stand-ins for AppConfig, Budgets, EKS and ElastiCache",
    start: startAws,
  },
  datadog: {
    requirements: [],
    estimateSeconds: 1,
    waitsFor: "a stand-in for Datadog's API",
    start: startDatadog,
  },
  kubernetes: {
    requirements: KUBERNETES_REQUIREMENTS,
    estimateSeconds: 20,
    waitsFor: "etcd, API server, controller manager, scheduler, kwok, custom resources",
    start: startKubernetes,
  },
  kafka: {
    requirements: KAFKA_REQUIREMENTS,
    estimateSeconds: 25,
    waitsFor: "three brokers that form a cluster",
    start: startKafka,
  },
  rabbitmq: {
    requirements: RABBITMQ_REQUIREMENTS,
    estimateSeconds: 15,
    waitsFor: "one node and its management API",
    start: startRabbitMq,
  },
  mysql: {
    requirements: MARIADB_REQUIREMENTS,
    estimateSeconds: 10,
    waitsFor: "MariaDB with a data folder of its own",
    start: startMysql,
  },
  swarm: {
    requirements: SWARM_REQUIREMENTS,
    estimateSeconds: 10,
    waitsFor: "a Docker daemon in a network namespace of its own",
    start: startSwarm,
  },
};

/** Claims that the sandbox's cluster can have, all deployments together. */
const VOLUMES = 30;

async function startAws(): Promise<StartedPart> {
  const moto = await Moto.start();
  const standIn = await AwsStandIn.start();
  const appConfig = await AppConfigStandIn.start();
  const { vpcId, subnetIds } = await moto.defaultNetwork();
  return {
    detail: `account ${MOTO_ACCOUNT} at ${moto.url}`,
    env: {
      ...moto.env,
      ...standIn.env,
      ...appConfig.env,
      WEIGHBRIDGE_AWS_ACCOUNT_ID: MOTO_ACCOUNT,
    },
    variables: { vpc_id: vpcId, cache_subnet_ids: JSON.stringify(subnetIds.slice(0, 2)) },
    stop: async () => {
      await Promise.all([appConfig.stop(), standIn.stop(), moto.stop()]);
    },
  };
}

async function startDatadog(): Promise<StartedPart> {
  const datadog = await DatadogStandIn.start();
  return {
    detail: datadog.url,
    env: { DD_API_KEY: "none", DD_APP_KEY: "none", DD_HOST: datadog.url },
    stop: () => datadog.stop(),
  };
}

async function startKubernetes(): Promise<StartedPart> {
  const kubernetes = await KubernetesSandbox.start();
  // No driver makes volumes here: each claim takes one of these.
  for (let number = 1; number <= VOLUMES; number++) await kubernetes.makeVolume(`sandbox-${number}`, "1Ti");
  return {
    detail: `context ${kubernetes.context} of ${kubernetes.kubeconfig}`,
    env: { KUBECONFIG: kubernetes.kubeconfig },
    variables: { kube_config_path: kubernetes.kubeconfig },
    stop: () => kubernetes.stop(),
  };
}

async function startKafka(): Promise<StartedPart> {
  const kafka = await Kafka.start();
  return {
    detail: kafka.bootstrapServers.join(","),
    variables: {
      kafka_bootstrap_servers: JSON.stringify(kafka.bootstrapServers),
      kafka_tls_enabled: "false",
    },
    stop: () => kafka.stop(),
  };
}

async function startRabbitMq(): Promise<StartedPart> {
  const broker = await RabbitMq.start(1, "");
  const { rabbitmq_version: version } = (await asAdministrator(broker.managementUrl, "/api/overview")) as {
    readonly rabbitmq_version: string;
  };
  return {
    detail: `${version} at ${broker.managementUrl}`,
    version,
    variables: {
      rabbitmq_endpoint: broker.managementUrl,
      rabbitmq_username: ADMINISTRATOR.username,
      rabbitmq_password: ADMINISTRATOR.password,
    },
    stop: () => broker.stop(),
  };
}

async function startMysql(): Promise<StartedPart> {
  const database = await MariaDb.start();
  return {
    detail: database.endpoint,
    env: database.env,
    variables: {
      mariadb_endpoint: database.endpoint,
      mariadb_admin: MARIADB_ADMIN.username,
      mariadb_admin_password: MARIADB_ADMIN.password,
    },
    stop: () => database.stop(),
  };
}

async function startSwarm(): Promise<StartedPart> {
  const swarm = await Swarm.start();
  return {
    detail: swarm.host,
    variables: { docker_host: swarm.host },
    stop: () => swarm.stop(),
  };
}
