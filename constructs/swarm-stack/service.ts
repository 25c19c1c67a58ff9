import type { ResourceBudget } from "../core/resources";

/** One service: replicated tasks of one container. */
export interface SwarmService {
  /** RFC 1123 label, and DNS name for the other services of the stack. */
  readonly name: string;
  /**
   * Image with its digest, `redis:7.4-alpine@sha256:...`; in a sandbox with a tag other than `latest`. Only a change
   * of this text updates the image.
   */
  readonly image: string;
  /**
   * Base image of `image`, where the reference does not name the runtime. It becomes a label of the service, from
   * which the footprint derives the runtime.
   * @default - derived from the reference
   */
  readonly baseImage?: string;
  /**
   * Replaces the image's entrypoint.
   * @default - the image's own
   */
  readonly command?: readonly string[];
  /**
   * Replaces the image's arguments.
   * @default - the image's own
   */
  readonly args?: readonly string[];
  /**
   * Environment variables. Everyone who may list services can read them: use `secrets` for secrets.
   * @default - none
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Number of tasks; 0 stops the service without removing it. A stateful service has at most one.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Resources of one task. Required: a task without limits can starve its neighbours, and the footprint of the stack
   * would be unknown.
   */
  readonly resources: ResourceBudget;
  /** Health check. Required: without it a started task counts as healthy, and a broken update succeeds. */
  readonly healthCheck: HealthCheck;
  /** Networks of the stack, at least one. A change replaces the service. */
  readonly networks: readonly string[];
  /**
   * Ports that are published on every node of the Swarm.
   * @default - none: only services of the same network can reach it
   */
  readonly ports?: readonly PublishedPort[];
  /**
   * Volumes of the stack. A service that has one is stateful.
   * @default - none
   */
  readonly volumes?: readonly VolumeMount[];
  /** @default - none */
  readonly configs?: readonly ConfigFile[];
  /** @default - none */
  readonly secrets?: readonly SecretFile[];
  /**
   * Label of the node with the service's volumes: the service runs where `node.labels.<label>` is `true`. Required
   * with `volumes`, since a volume is local to its node.
   * @default - none, for a service without volumes
   * @see https://docs.docker.com/engine/swarm/services/#placement-constraints
   */
  readonly nodeLabel?: string;
  /**
   * Further placement constraints, for example `node.role==worker`.
   * @default - none
   */
  readonly constraints?: readonly string[];
  /**
   * Services of the stack that Terraform creates, and waits for, before this one. It orders only the creation: Swarm
   * has no order and ignores Compose's `depends_on`.
   * @default - none
   */
  readonly after?: readonly string[];
  /**
   * Restart condition: after any exit, or only after a failure.
   * @default "any"
   */
  readonly restart?: "any" | "on-failure";
  /**
   * Time between two tasks of an update, in seconds.
   * @default 10
   */
  readonly updateDelaySeconds?: number;
  /**
   * Grace period of a stopping task before it is killed, in seconds.
   * @default 30
   */
  readonly stopGraceSeconds?: number;
}

/** Health check of a task. Times are in seconds. */
export interface HealthCheck {
  /** `["CMD", program, ...]` or `["CMD-SHELL", command]`, run in the container; 0 is healthy. */
  readonly test: readonly string[];
  /** Start period, in which failures do not count. */
  readonly startPeriodSeconds: number;
  /** @default 10 */
  readonly intervalSeconds?: number;
  /** @default 5 */
  readonly timeoutSeconds?: number;
  /**
   * Consecutive failures after which a task is unhealthy and replaced.
   * @default 3
   */
  readonly retries?: number;
}

/** A port of the Swarm's routing mesh. */
export interface PublishedPort {
  /** Port in the container. */
  readonly target: number;
  /** Port on every node. */
  readonly published: number;
  /** @default "tcp" */
  readonly protocol?: "tcp" | "udp" | "sctp";
}

/** Mount of a volume of the stack. */
export interface VolumeMount {
  readonly volume: string;
  /** Absolute path in the container. */
  readonly path: string;
}

/** Mount of a configuration of the stack. */
export interface ConfigFile {
  readonly config: string;
  /** Absolute path in the container. */
  readonly path: string;
  /**
   * Whether the file may be executed.
   * @default false
   */
  readonly executable?: boolean;
}

/** Mount of a secret of the stack, readable for every user of the container. */
export interface SecretFile {
  readonly secret: string;
  /**
   * Absolute path in the container.
   * @default - `/run/secrets/<secret>`
   */
  readonly path?: string;
}
