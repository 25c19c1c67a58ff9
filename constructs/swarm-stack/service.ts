import type { ResourceBudget } from "../core";

/** One service: tasks that all run the same container. */
export interface SwarmService {
  /** RFC 1123 label; the other services of the stack reach it by this name. */
  readonly name: string;
  /**
   * Image by its digest, `redis:7.4-alpine@sha256:...`; in a sandbox by a tag other than `latest`. An update is a
   * change of this text, and nothing else.
   */
  readonly image: string;
  /**
   * Image that `image` is built on, where the reference itself does not tell. Becomes a label of the service,
   * and so its supply chain can be weighed.
   * @default - the reference tells
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
   * Environment variables. Whoever may list services reads them: secrets go into `secrets`.
   * @default - none
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Tasks that run; 0 stops the service and keeps what it is made of. A stateful service has at most one.
   * @default 1
   */
  readonly replicas?: number;
  /** Required: a task without limits takes what its neighbours need, and no sum over the stack holds. */
  readonly resources: ResourceBudget;
  /** Required: without it a task counts as up once it is started, and an update that breaks it goes through. */
  readonly healthCheck: HealthCheck;
  /** Networks of the stack that it joins, at least one. Joining another one later replaces the service. */
  readonly networks: readonly string[];
  /**
   * Ports that every node of the Swarm listens on.
   * @default - none, only services of the same network reach it
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
   * Label of the only node that holds the service's volumes: it runs where `node.labels.<label>` is `true`.
   * Required with `volumes`, since a volume stays on the node that it was made on, and elsewhere starts empty.
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
   * Services of the stack that Terraform creates, and waits for, before this one. It orders nothing later on:
   * Swarm has no order of its own and ignores Compose's `depends_on`.
   * @default - none
   */
  readonly after?: readonly string[];
  /**
   * When a task that ended is started again: after any end, or only after a failure.
   * @default "any"
   */
  readonly restart?: "any" | "on-failure";
  /**
   * Time between two tasks of an update, in seconds.
   * @default 10 - 003_0fefc16f43783c8b.txt, "Docker Swarm Deployment Configuration"
   */
  readonly updateDelaySeconds?: number;
  /**
   * Time to finish after a stop, before a task is killed, in seconds.
   * @default 30
   */
  readonly stopGraceSeconds?: number;
}

/** What tells whether a task serves. Times are in seconds. */
export interface HealthCheck {
  /** `["CMD", program, ...]` or `["CMD-SHELL", command]`, run in the container; 0 is healthy. */
  readonly test: readonly string[];
  /** Time that a start may take: failures in it do not count. */
  readonly startPeriodSeconds: number;
  /** @default 10 */
  readonly intervalSeconds?: number;
  /** @default 5 */
  readonly timeoutSeconds?: number;
  /**
   * Failures in a row that make a task unhealthy: it is then replaced.
   * @default 3
   */
  readonly retries?: number;
}

/** A port that the Swarm listens on, by its routing mesh. */
export interface PublishedPort {
  /** Port in the container. */
  readonly target: number;
  /** Port on every node. */
  readonly published: number;
  /** @default "tcp" */
  readonly protocol?: "tcp" | "udp" | "sctp";
}

/** Where a volume of the stack is mounted. */
export interface VolumeMount {
  readonly volume: string;
  /** Absolute path in the container. */
  readonly path: string;
}

/** Where a configuration of the stack is mounted. */
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

/** Where a secret of the stack is mounted, readable for every user of the container. */
export interface SecretFile {
  readonly secret: string;
  /**
   * Absolute path in the container.
   * @default - `/run/secrets/<secret>`
   */
  readonly path?: string;
}
