import type { ConnectionSet } from "../../connection-set";

/** A container or service of Docker, as far as it has connections. */
export interface Container {
  /** Name in lists. */
  readonly name: string;
  /**
   * `host`, `none`, `container` (the network of another one), or networks.
   * @default - networks
   */
  readonly mode?: "host" | "none" | { readonly sharedWith: string };
  /** Keys of its networks. */
  readonly networks: readonly string[];
  readonly published: readonly Published[];
  /** True for a service of a swarm, whose tasks reach the outside without a network. @default false */
  readonly isService?: boolean;
}

/** Ports of a container that the host forwards to. */
export interface Published {
  /** Ports of the container. */
  readonly ports: ConnectionSet;
  /** Address of the host. @default - all of them */
  readonly address?: string;
  /** As people read it: `8080 of the host`. */
  readonly text: string;
}

/** A network of Docker. */
export interface DockerNetwork {
  readonly key: string;
  /** True where it does not lead out of the host. */
  readonly isInternal: boolean;
  /** True for one that the document does not create: others may be in it, and it may be internal. */
  readonly isExternal: boolean;
}
