/** An overlay network, not attachable to other containers. */
export interface SwarmNetwork {
  readonly name: string;
  /**
   * Whether traffic between nodes is encrypted (IPsec). The nodes must then allow ESP, IP protocol 50.
   * @default true
   * @see https://docs.docker.com/engine/network/drivers/overlay/#encrypt-traffic-on-an-overlay-network
   */
  readonly encrypted?: boolean;
  /**
   * Whether the network has no route to external addresses.
   * @default false
   */
  readonly internal?: boolean;
}

/**
 * A volume, which the first task that mounts it creates on its node. Without a driver for shared storage, each node has
 * its own volume with the same name. Terraform neither creates nor deletes it.
 */
export interface SwarmVolume {
  readonly name: string;
  /** @default "local" */
  readonly driver?: string;
  /** @default - none */
  readonly driverOptions?: Readonly<Record<string, string>>;
}

/** A file that services mount. A change of the content creates a new config and updates the services that mount it. */
export interface SwarmConfig {
  readonly name: string;
  /** Content, less than 1000 KiB. Every manager can read it: use `secrets` for secrets. */
  readonly content: string;
}

/**
 * A secret that services mount as a file. Swarm's secrets are immutable: a new value is a new secret with a new name,
 * which updates the services that mount it.
 */
export type SwarmSecret = VaultSecret | ExternalSecret | StoredSecret;

/**
 * A secret that is copied from Vault's key-value store (version 2) into the Swarm, outside of Terraform: its value is
 * in neither plan nor state. `SwarmStack.vaultCommands` contains the command.
 */
export interface VaultSecret {
  /** Name in this stack. */
  readonly name: string;
  readonly vault: {
    /**
     * Mount path of the store.
     * @default "secret"
     */
    readonly mount?: string;
    /** Path of the entry below the mount, for example `ecommerce`. */
    readonly path: string;
    /** Field of the entry, for example `database_url`. */
    readonly field: string;
    /** Version of the entry, at least 1: the secret is `<stack>_<name>_v<version>` in the Swarm. */
    readonly version: number;
    /** Output of `docker secret create`. Swarm refuses a service whose secret id and name do not match. */
    readonly id: string;
  };
}

/** A secret that was created in the Swarm outside of Terraform: its value is in neither plan nor state. */
export interface ExternalSecret {
  /** Name in this stack. */
  readonly name: string;
  /** The secret in the Swarm. Swarm refuses a service when the two do not match. */
  readonly external: {
    /** Its id in `docker secret ls`. */
    readonly id: string;
    /** Its name in the Swarm, for example `shop_database_url_v3`. */
    readonly name: string;
  };
}

/** A secret whose value is in the Terraform state. Synth warns. */
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

/** Whether Terraform creates the secret. */
export function isStored(secret: SwarmSecret): secret is StoredSecret {
  return "value" in secret;
}
