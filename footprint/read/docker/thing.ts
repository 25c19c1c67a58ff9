import type { Workload } from "../../model";
import type { Cursor } from "../terraform/cursor";
import type { Usage } from "../usage";
import type { Setting } from "./settings";

/** A resource of the Docker provider; they are read together because they refer to each other. */
export interface DockerThing {
  /** Terraform type. */
  readonly type: string;
  readonly body: Cursor;
  /** Instances; absent where their number is known after apply. */
  readonly times?: number;
}

/** A workload and what it shares with others. */
export interface DockerWorkload {
  readonly workload: Workload;
  /** Names of the volumes that it mounts. */
  readonly volumes: readonly string[];
  /** Names of the networks that it joins. */
  readonly networks: readonly string[];
  /** Host names that it answers to. */
  readonly hosts: readonly string[];
  /** Its environment. */
  readonly settings: readonly Setting[];
  /** Addresses that it depends on. */
  readonly after: readonly string[];
  /** Image that its image is built on, from a label. */
  readonly base?: string;
}

/** Finds names of what is referred to by id. */
export type NameOf = (reference: string) => string;

/** What Docker's workloads are read with. */
export interface DockerContext {
  readonly nameOf: NameOf;
  /** Text of a config that is referred to by id; undefined where the document does not have it. */
  readonly configText: (reference: string) => string | undefined;
  readonly usage: Usage;
}
