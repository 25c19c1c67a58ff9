/** How far a part of the local sandbox is. */
export type PartStatus = "waiting" | "starting" | "ready" | "skipped" | "failed" | "stopping" | "stopped";

/** One part of the local sandbox, for example the three Kafka brokers. */
export interface PartState {
  readonly name: string;
  readonly status: PartStatus;
  /** Usual duration of its start, in seconds, on two cores. */
  readonly estimateSeconds: number;
  /** What the start waits for, where the part listens, or why it was skipped or has failed. */
  readonly detail: string;
  /** Duration of its start, in seconds; undefined before it is ready. */
  readonly seconds?: number;
  /** Version of its program, where options depend on it. */
  readonly version?: string;
  /** Process ids of what it runs, each ended by its own id. Empty for what runs inside the sandbox's own process. */
  readonly pids: readonly number[];
}

/** What the process of the local sandbox answers. */
export interface SandboxStatus {
  /** True once every part is ready, skipped or failed. */
  readonly isUp: boolean;
  readonly parts: readonly PartState[];
  /** Environment of providers and clients, by variable. */
  readonly env: Readonly<Record<string, string>>;
  /** Values of Terraform variables that only the running sandbox has, by name without `TF_VAR_`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** `sandbox.json` in the sandbox's folder: how the command reaches the process that runs the parts. */
export interface SandboxFile {
  readonly pid: number;
  /** On loopback. */
  readonly port: number;
  readonly token: string;
  /** Temporary folder of the parts, removed by `down` where the process could not. */
  readonly scratch: string;
}

/** Names of the parts, in the order of their start. */
export const PART_NAMES = ["aws", "datadog", "kubernetes", "kafka", "rabbitmq", "mysql", "swarm"] as const;
export type PartName = (typeof PART_NAMES)[number];
