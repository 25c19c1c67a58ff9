/** An overlay network. No container outside of the stack can be attached to it. */
export interface SwarmNetwork {
  readonly name: string;
  /**
   * Whether traffic between nodes is encrypted (IPsec). The nodes must then let ESP, IP protocol 50, through.
   * @default true
   * @see https://docs.docker.com/engine/network/drivers/overlay/#encrypt-traffic-on-an-overlay-network
   */
  readonly encrypted?: boolean;
  /**
   * Cuts the network off from everything outside: its services cannot call out by it.
   * @default false
   */
  readonly internal?: boolean;
}

/** A volume. Without a driver that shares it, each node has a volume of its own under the same name. */
export interface SwarmVolume {
  readonly name: string;
  /** @default "local" */
  readonly driver?: string;
  /** @default - none */
  readonly driverOptions?: Readonly<Record<string, string>>;
}

/** A file that services mount. A change of the content is a new config, and rolls the services that mount it. */
export interface SwarmConfig {
  readonly name: string;
  /** Less than 1000 KiB. Every manager can read it: secrets do not belong here. */
  readonly content: string;
}

/**
 * A secret that services mount as a file. Swarm's secrets cannot be changed: a new value is a new secret under
 * a new name, which rolls the services that mount it.
 */
export type SwarmSecret = VaultSecret | ExternalSecret | StoredSecret;

/**
 * A secret that is copied from Vault's key-value store (version 2) into the Swarm, beside Terraform: its value is in
 * no plan and no state. `SwarmStack.vaultCommands` has the command that copies it.
 */
export interface VaultSecret {
  /** Name in this stack. */
  readonly name: string;
  readonly vault: {
    /**
     * Where the store is mounted.
     * @default "secret"
     */
    readonly mount?: string;
    /** Path of the entry below the mount, for example `ecommerce`. */
    readonly path: string;
    /** Field of the entry, for example `database_url`. */
    readonly field: string;
    /** Version of the entry, at least 1: the secret is `<stack>_<name>_v<version>` in the Swarm. */
    readonly version: number;
    /** What `docker secret create` printed. Swarm refuses a service where id and name do not belong together. */
    readonly id: string;
  };
}

/** A secret that was put into the Swarm beside Terraform: its value is in no plan and no state. */
export interface ExternalSecret {
  /** Name in this stack. */
  readonly name: string;
  /** The secret in the Swarm. Swarm refuses a service where the two do not belong together. */
  readonly external: {
    /** What `docker secret ls` shows as its id. */
    readonly id: string;
    /** Its name in the Swarm, for example `shop_database_url_v3`. */
    readonly name: string;
  };
}

/** A secret whose value passes through Terraform: whoever reads the state reads it. Warned of. */
export interface StoredSecret {
  /** Name in this stack. */
  readonly name: string;
  /** The value, from a sensitive variable; a literal is refused. */
  readonly value: string;
  /** Version of the value, at least 1: the version in Vault's key-value store, for example. */
  readonly version: number;
}

/** Whether a secret is copied from Vault. */
export function isFromVault(secret: SwarmSecret): secret is VaultSecret {
  return "vault" in secret;
}

/** Whether a secret is Terraform's own. */
export function isStored(secret: SwarmSecret): secret is StoredSecret {
  return "value" in secret;
}
