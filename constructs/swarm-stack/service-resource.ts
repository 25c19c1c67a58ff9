import type { ServiceConfig } from "@cdktf/provider-docker/lib/service";
import { Op, Token } from "cdktf";
import { isToken } from "../core/errors";
import type { ResourceBudget } from "../core/resources";
import { duration } from "./duration";
import type { HealthCheck, SwarmService } from "./service";

/** Reference of a config or secret. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/** Resources of the stack that a service refers to, by name. */
export interface References {
  /** Name of the stack, the prefix of names in the Swarm. */
  readonly stack: string;
  readonly networkIds: ReadonlyMap<string, string>;
  readonly configs: ReadonlyMap<string, Reference>;
  readonly secrets: ReadonlyMap<string, Reference>;
  /** Names of the volumes, and the driver that creates them on the service's node. */
  readonly volumes: ReadonlyMap<string, VolumeSource>;
}

/** Reference of a volume. */
export interface VolumeSource {
  readonly name: string;
  readonly driver: string;
  readonly driverOptions: Readonly<Record<string, string>>;
}

/** Monitoring period of an updated task before the next update, in seconds. */
const MONITOR_SECONDS = 30;
/** Delay before a task restarts, in seconds. */
const RESTART_DELAY_SECONDS = 5;
/** Minimum time that Terraform waits for a service, in seconds: it includes image pulls. */
const LEAST_CONVERGE_SECONDS = 180;

/** The service in the provider's terms. */
export function serviceResource(service: SwarmService, references: References): ServiceConfig {
  const changes = {
    parallelism: 1,
    monitor: duration(MONITOR_SECONDS),
    maxFailureRatio: "0.0",
    order: order(service),
  };
  return {
    name: `${references.stack}_${service.name}`,
    labels: labels(service, references.stack),
    mode: { replicated: { replicas: service.replicas ?? 1 } },
    updateConfig: {
      ...changes,
      delay: duration(service.updateDelaySeconds ?? 10),
      failureAction: "rollback",
    },
    rollbackConfig: { ...changes, delay: "0s", failureAction: "pause" },
    // Without it an apply ends when Swarm has accepted the service, whether or not its tasks start.
    convergeConfig: { delay: "7s", timeout: duration(convergeSeconds(service)) },
    taskSpec: {
      containerSpec: containerSpec(service, references),
      resources: resources(service.resources),
      // The default window, explicit because the provider would otherwise plan its removal every time.
      restartPolicy: {
        condition: service.restart ?? "any",
        delay: duration(RESTART_DELAY_SECONDS),
        window: "0s",
      },
      ...placement(service),
      // The id, not the name: the name is the same after a replacement of the network.
      networksAdvanced: service.networks.map((network) => ({
        name: references.networkIds.get(network) ?? network,
        aliases: [service.name],
      })),
    },
    // Without ports too: the block is computed, so a service that leaves it out keeps the ports that it had.
    endpointSpec: { mode: "vip", ports: ports(service) },
  };
}

/**
 * `start-first`, so that an update does not reduce the capacity. With a volume `stop-first`: the old and the new task
 * would both write to it, and two PostgreSQL servers destroy a shared data directory. The update is then an outage of
 * seconds.
 */
function order({ volumes = [] }: SwarmService): string {
  return volumes.length > 0 ? "stop-first" : "start-first";
}

function ports({ ports: published = [] }: SwarmService) {
  return published.map(({ target, published: onNodes, protocol = "tcp" }) => ({
    targetPort: target,
    publishedPort: onNodes,
    protocol,
    publishMode: "ingress",
  }));
}

function labels({ name, baseImage }: SwarmService, stack: string): ServiceConfig["labels"] {
  return [
    // The label of `docker stack`, so that `docker stack services` and `docker stack ps` list the services.
    { label: "com.docker.stack.namespace", value: stack },
    ...(baseImage === undefined ? [] : [{ label: `base-image.weighbridge.dev/${name}`, value: baseImage }]),
  ];
}

function containerSpec(service: SwarmService, { configs, secrets, volumes }: References) {
  const { image, command, args, env } = service;
  return {
    image,
    ...(command !== undefined && { command: [...command] }),
    ...(args !== undefined && { args: [...args] }),
    ...(env !== undefined && { env: { ...env } }),
    stopGracePeriod: duration(service.stopGraceSeconds ?? 30),
    healthcheck: healthcheck(service.healthCheck),
    mounts: (service.volumes ?? []).map(({ volume, path }) => mount(volumes.get(volume), path)),
    configs: (service.configs ?? []).map(({ config, path, executable = false }) => ({
      configId: configs.get(config)?.id ?? config,
      configName: configs.get(config)?.name,
      fileName: path,
      fileMode: executable ? 0o555 : 0o444,
    })),
    secrets: (service.secrets ?? []).map(({ secret, path }) => ({
      secretId: secrets.get(secret)?.id ?? secret,
      secretName: secrets.get(secret)?.name,
      fileName: path ?? secret,
    })),
  };
}

/**
 * The mount contains the volume's driver options, since the task's node creates the volume from them.
 */
function mount(volume: VolumeSource | undefined, target: string) {
  const { name, driver, driverOptions } = volume ?? { name: "", driver: "local", driverOptions: {} };
  const isShared = driver !== "local" || Object.keys(driverOptions).length > 0;
  return {
    type: "volume",
    source: name,
    target,
    ...(isShared && { volumeOptions: { driverName: driver, driverOptions: { ...driverOptions } } }),
  };
}

function healthcheck(check: HealthCheck) {
  const { intervalSeconds = 10, timeoutSeconds = 5, retries = 3 } = check;
  return {
    test: [...check.test],
    interval: duration(intervalSeconds),
    timeout: duration(timeoutSeconds),
    startPeriod: duration(check.startPeriodSeconds),
    retries,
  };
}

/** Swarm's units: CPU in billionths of a core, memory in bytes. */
function resources(budget: ResourceBudget) {
  return {
    limits: {
      nanoCpus: times(budget.cpuLimitMillicores, 1_000_000),
      memoryBytes: times(budget.memoryLimitMi, 1024 * 1024),
    },
    reservation: {
      nanoCpus: times(budget.cpuRequestMillicores, 1_000_000),
      memoryBytes: times(budget.memoryRequestMi, 1024 * 1024),
    },
  };
}

function placement({ nodeLabel, constraints = [] }: SwarmService) {
  const all = [...(nodeLabel === undefined ? [] : [`node.labels.${nodeLabel}==true`]), ...constraints];
  return all.length === 0 ? {} : { placement: { constraints: all } };
}

/** Maximum duration of a successful update, one task after the other. */
function convergeSeconds(service: SwarmService): number {
  const { healthCheck: check, replicas = 1, updateDelaySeconds = 10, stopGraceSeconds = 30 } = service;
  const start = check.startPeriodSeconds + (check.intervalSeconds ?? 10) * (check.retries ?? 3);
  const tasks = isToken(replicas) ? 1 : replicas;
  return Math.max(
    LEAST_CONVERGE_SECONDS,
    tasks * (start + stopGraceSeconds + updateDelaySeconds) + MONITOR_SECONDS,
  );
}

function times(value: number, factor: number): number {
  return isToken(value) ? Token.asNumber(Op.mul(value, factor)) : value * factor;
}
