import { cpus } from "node:os";

/** A service in a stack's Terraform JSON, as far as the sandbox reads and changes it. */
export interface ServiceJson {
  readonly name: string;
  readonly task_spec: {
    readonly container_spec: {
      image: string;
      args?: string[];
      env?: Record<string, string>;
      readonly mounts: readonly unknown[];
      readonly healthcheck: { interval: string };
    };
    readonly resources: {
      readonly limits: { nano_cpus: number };
      reservation: { nano_cpus: number; memory_bytes: number };
    };
    readonly placement?: { readonly constraints: readonly string[] };
  };
  readonly mode: { readonly replicated: { readonly replicas: number } };
  readonly update_config: { delay: string; monitor: string };
  readonly rollback_config: { monitor: string };
  readonly converge_config: { delay: string };
}

/** A config in a stack's Terraform JSON. */
export interface ConfigJson {
  name: string;
  data: string;
}

/** The Terraform JSON of a Swarm stack. */
export interface SwarmDocument {
  readonly terraform: {
    readonly required_providers: { readonly docker: { readonly source: string; readonly version: string } };
  };
  readonly variable: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly resource: {
    readonly docker_service: Readonly<Record<string, ServiceJson>>;
    readonly docker_config: Readonly<Record<string, ConfigJson>>;
  };
}

export function servicesOf({ resource }: SwarmDocument): ServiceJson[] {
  return Object.values(resource.docker_service);
}

/** The service of a stack that has this name in it. */
export function serviceNamed(document: SwarmDocument, name: string): ServiceJson {
  const found = servicesOf(document).find((service) => service.name.endsWith(`_${name}`));
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
}

/** The config of a stack that has this name in it. */
export function configNamed({ resource }: SwarmDocument, name: string): ConfigJson {
  const found = Object.values(resource.docker_config).find((config) => config.name.includes(`_${name}_`));
  if (found === undefined) throw new Error(`there is no config ${name}`);
  return found;
}

/**
 * Cuts reservations and limits down to what any machine has: the stand-ins use next to nothing, and Docker takes
 * no service that reserves, or may use, more cores than there are. Waits are cut too: the tests look at what
 * follows what, not at how long it takes.
 */
export function fitThisMachine(document: SwarmDocument): void {
  for (const service of servicesOf(document)) {
    const { task_spec: task, update_config: update } = service;
    update.delay = "1s";
    update.monitor = "5s";
    service.rollback_config.monitor = "5s";
    service.converge_config.delay = "2s";
    // A task counts as running only after its first check.
    task.container_spec.healthcheck.interval = "2s";
    task.resources.reservation = { nano_cpus: 1_000_000, memory_bytes: 4 * 1024 * 1024 };
    task.resources.limits.nano_cpus = Math.min(task.resources.limits.nano_cpus, cpus().length * 1e9);
  }
}

/** Node labels that the services' placement asks for. */
export function nodeLabelsOf(document: SwarmDocument): string[] {
  const constraints = servicesOf(document).flatMap(
    ({ task_spec: task }) => task.placement?.constraints ?? [],
  );
  return constraints.flatMap((constraint) => /^node\.labels\.(.+)==true$/.exec(constraint)?.[1] ?? []);
}

/** Images of the services, with variables filled in from Terraform's environment variables or their defaults. */
export function imagesOf(document: SwarmDocument, env: Readonly<Record<string, string>>): string[] {
  const images = servicesOf(document).map(({ task_spec: task }) =>
    task.container_spec.image.replace(/\$\{var\.(\w+)}/g, (_, name: string) =>
      String(env[`TF_VAR_${name}`] ?? document.variable[name]?.default ?? ""),
    ),
  );
  return [...new Set(images)];
}
