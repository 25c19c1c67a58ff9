import { createHash } from "node:crypto";
import { Config } from "@cdktf/provider-docker/lib/config";
import { Network } from "@cdktf/provider-docker/lib/network";
import { Secret } from "@cdktf/provider-docker/lib/secret";
import { Service } from "@cdktf/provider-docker/lib/service";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { isToken } from "../core/errors";
import { warn } from "../core/warn";
import {
  isFromVault,
  isStored,
  type SwarmConfig,
  type SwarmNetwork,
  type SwarmSecret,
  type SwarmVolume,
} from "./parts";
import type { SwarmStackProps } from "./props";
import { requireStack } from "./require-stack";
import type { SwarmService } from "./service";
import { type Reference, serviceResource, type VolumeSource } from "./service-resource";
import { copyCommand, nameOfVaultSecret } from "./vault-secret";

/**
 * Services on a Docker Swarm that update without an outage, roll back when an update fails, and keep their data on its
 * node. Expects a `docker` provider in scope, with the credentials of the registry (`registryAuth`): credentials of a
 * service would replace it with each change.
 * @see https://registry.terraform.io/providers/kreuzwerker/docker/3.6.2/docs/resources/service
 */
export class SwarmStack extends Construct {
  /** The services by name, in the order given. */
  public readonly services: ReadonlyMap<string, Service>;
  public readonly networks: ReadonlyMap<string, Network>;
  /** Names in the Swarm of the volumes, which a task creates on its own node. */
  public readonly volumes: ReadonlyMap<string, string>;
  public readonly configs: ReadonlyMap<string, Config>;
  /** Commands that copy the secrets from Vault into the Swarm, by the secret's name in this stack. */
  public readonly vaultCommands: ReadonlyMap<string, string>;

  /** @throws ValidationError `BadName`, `Conflict`, `Missing`, `NotInteger`, `Unknown`, `OutOfRange` */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: SwarmStackProps,
  ) {
    super(scope, id);
    requireStack(this, props);
    const { networks, services, volumes = [], configs = [], secrets = [] } = props;
    this.networks = byName(networks, (network) => this.defineNetwork(network));
    this.volumes = byName(volumes, ({ name }) => this.inSwarm(name));
    this.configs = byName(configs, (config) => this.defineConfig(config));
    this.vaultCommands = new Map(
      secrets.filter(isFromVault).map((secret) => [secret.name, copyCommand(secret, props.name)]),
    );
    this.services = this.defineServices(services, {
      stack: props.name,
      networkIds: mapValues(this.networks, ({ id: networkId }) => networkId),
      configs: this.configs,
      secrets: byName(secrets, (secret) => this.defineSecret(secret)),
      volumes: byName(volumes, (volume) => this.volumeSource(volume)),
    });
  }

  private defineNetwork({ name, encrypted = true, internal }: SwarmNetwork): Network {
    return new Network(this, `Network-${name}`, {
      name: this.inSwarm(name),
      driver: "overlay",
      attachable: false,
      ...(internal !== undefined && { internal }),
      ...(encrypted && { options: { encrypted: "" } }),
      // Swarm adds the network's id to the options, which would replace the network with every apply.
      lifecycle: { ignoreChanges: ["options"] },
    });
  }

  /**
   * No `docker_volume`: the provider would make it on the manager that it connects to, where the service's node may be
   * another one. Swarm makes the volume on the node of the task, and nothing that Terraform does deletes it.
   */
  private volumeSource({ name, driver = "local", driverOptions = {} }: SwarmVolume): VolumeSource {
    return { name: this.inSwarm(name), driver, driverOptions };
  }

  /** Named by its content: a change creates a new config before the services release the old one. */
  private defineConfig({ name, content }: SwarmConfig): Config {
    const known = !isToken(content);
    const digest = known ? createHash("sha256").update(content).digest("hex") : Fn.sha256(content);
    const version = known ? digest.slice(0, 12) : Fn.substr(digest, 0, 12);
    return new Config(this, `Config-${name}`, {
      name: `${this.inSwarm(name)}_${version}`,
      data: known ? Buffer.from(content).toString("base64") : Fn.base64encode(content),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private defineSecret(secret: SwarmSecret): Reference {
    if (isFromVault(secret)) return { id: secret.vault.id, name: nameOfVaultSecret(secret, this.props.name) };
    if (!isStored(secret)) return secret.external;
    warn(
      this,
      "secretInState",
      `the value of the secret "${secret.name}" is part of the Terraform state: docker_secret has no write-only ` +
        "argument; use 'vault' to copy it outside of Terraform, or protect the state like the secret",
    );
    return new Secret(this, `Secret-${secret.name}`, {
      name: `${this.inSwarm(secret.name)}_v${Token.asString(secret.version)}`,
      data: Fn.base64encode(secret.value),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private defineServices(
    services: readonly SwarmService[],
    references: Parameters<typeof serviceResource>[1],
  ): ReadonlyMap<string, Service> {
    const defined = new Map<string, Service>();
    const define = (service: SwarmService): Service => {
      const known = defined.get(service.name);
      if (known !== undefined) return known;
      const before = services.filter(({ name }) => service.after?.includes(name)).map(define);
      const resource = new Service(this, `Service-${service.name}`, {
        ...serviceResource(service, references),
        ...(before.length > 0 && { dependsOn: before }),
      });
      defined.set(service.name, resource);
      return resource;
    };
    return byName(services, define);
  }

  private inSwarm(name: string): string {
    return `${this.props.name}_${name}`;
  }
}

function byName<T extends { readonly name: string }, R>(
  list: readonly T[],
  make: (item: T) => R,
): ReadonlyMap<string, R> {
  return new Map(list.map((item) => [item.name, make(item)]));
}

function mapValues<T, R>(map: ReadonlyMap<string, T>, make: (value: T) => R): ReadonlyMap<string, R> {
  return new Map([...map].map(([name, value]) => [name, make(value)]));
}
