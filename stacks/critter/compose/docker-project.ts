import { Container } from "@cdktf/provider-docker/lib/container";
import { Image } from "@cdktf/provider-docker/lib/image";
import { Network } from "@cdktf/provider-docker/lib/network";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import { Construct } from "constructs";
import type {
  ComposeProject,
  ComposeService,
} from "../../../config/reviews/002-critter-supply/application/compose/model";

/** Properties for `DockerProject`. */
export interface DockerProjectProps {
  readonly project: ComposeProject;
  /** Folder of the Docker host with a file for each secret, by the secret's name. */
  readonly secretsFolder: string;
  /** Whether no plan may delete a volume. */
  readonly preventDestroy: boolean;
}

/** Linux's own: in so much time a container may use its quota. */
const CPU_PERIOD_MICROSECONDS = 100_000;
/** Time that an apply waits for a container to become healthy, in seconds. */
const HEALTHY_WITHIN_SECONDS = 300;

/**
 * The containers of a project on the host of the `docker` provider in scope, one after the other is healthy.
 *
 * What is secret stays on the host: a container is given the file, and Terraform its path.
 * @see https://registry.terraform.io/providers/kreuzwerker/docker/3.6.2/docs/resources/container
 */
export class DockerProject extends Construct {
  /** By the service's name. */
  public readonly containers: ReadonlyMap<string, Container>;
  private readonly images = new Map<string, Image>();
  private readonly networks: ReadonlyMap<string, Network>;
  private readonly volumes: ReadonlyMap<string, Volume>;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DockerProjectProps,
  ) {
    super(scope, id);
    const { networks, volumes, services } = props.project;
    this.networks = new Map(
      networks.map((name) => [
        name,
        new Network(this, `Network-${name}`, { name: this.onHost(name), driver: "bridge" }),
      ]),
    );
    this.volumes = new Map(
      volumes.map((name) => [
        name,
        new Volume(this, `Volume-${name}`, {
          name: this.onHost(name),
          lifecycle: { preventDestroy: props.preventDestroy },
        }),
      ]),
    );
    this.containers = this.defineContainers(services);
  }

  /** Each after those that it waits for. */
  private defineContainers(services: ComposeProject["services"]): ReadonlyMap<string, Container> {
    const defined = new Map<string, Container>();
    const define = (name: string): Container => {
      const known = defined.get(name);
      if (known !== undefined) return known;
      const service = services[name];
      if (service === undefined) throw new Error(`a service waits for "${name}", which there is not`);
      const before = (service.after ?? []).map(define);
      const container = this.defineContainer(name, service, before);
      defined.set(name, container);
      return container;
    };
    for (const name of Object.keys(services)) define(name);
    return defined;
  }

  private defineContainer(name: string, service: ComposeService, before: readonly Container[]): Container {
    const { resources, healthCheck: check, capability, writablePaths, baseImage } = service;
    return new Container(this, `Container-${name}`, {
      name: this.onHost(name),
      image: this.imageOf(name, service).imageId,
      ...(service.hostname !== undefined && { hostname: service.hostname }),
      ...(service.user !== undefined && { user: service.user }),
      ...(service.command !== undefined && { command: [...service.command] }),
      env: Object.entries(service.env ?? {}).map(([key, value]) => `${key}=${value}`),
      restart: "unless-stopped",
      mustRun: true,
      wait: true,
      waitTimeout: HEALTHY_WITHIN_SECONDS,
      destroyGraceSeconds: service.stopGraceSeconds ?? 10,
      stopTimeout: service.stopGraceSeconds ?? 10,
      // The same as `cpus`, which crashes version 3.6.2 of the provider.
      cpuPeriod: CPU_PERIOD_MICROSECONDS,
      cpuQuota: (resources.cpuLimitMillicores * CPU_PERIOD_MICROSECONDS) / 1000,
      cpuShares: Math.ceil((resources.cpuRequestMillicores * 1024) / 1000),
      memory: resources.memoryLimitMi,
      // As much as the memory itself is no swap.
      memorySwap: resources.memoryLimitMi,
      healthcheck: {
        test: [...check.test],
        interval: duration(check.intervalSeconds ?? 10),
        timeout: duration(check.timeoutSeconds ?? 5),
        startPeriod: duration(check.startPeriodSeconds),
        retries: 3,
      },
      capabilities: { drop: ["ALL"], ...(capability !== undefined && { add: [`CAP_${capability}`] }) },
      securityOpts: ["no-new-privileges:true"],
      ...(writablePaths !== undefined && {
        readOnly: true,
        tmpfs: Object.fromEntries(writablePaths.map((path) => [path, ""])),
      }),
      // Else one container's log fills the host's disk.
      logDriver: "json-file",
      logOpts: { "max-size": "10m", "max-file": "3" },
      networksAdvanced: service.networks.map((network) => ({
        name: this.networks.get(network)?.id ?? network,
        aliases: [name],
      })),
      ports: (service.ports ?? []).map(({ target, published }) => ({
        internal: target,
        external: published,
      })),
      mounts: this.mountsOf(service),
      upload: (service.files ?? []).map(({ file, path }) => ({
        file: path,
        content: this.props.project.files[file],
      })),
      ...(baseImage !== undefined && {
        labels: [{ label: `base-image.weighbridge.dev/${name}`, value: baseImage }],
      }),
      dependsOn: [...before],
    });
  }

  private mountsOf({ volumes = [], secrets = [] }: ComposeService) {
    return [
      ...volumes.map(({ volume, path }) => ({
        type: "volume",
        source: this.volumes.get(volume)?.name ?? volume,
        target: path,
      })),
      // A mount, and no `volumes`: Docker would make a folder of the file that is not there.
      ...secrets.map(({ secret, path }) => ({
        type: "bind",
        source: `${this.props.secretsFolder}/${secret}`,
        target: path,
        readOnly: true,
      })),
    ];
  }

  /** Each image once; it stays on the host, so that a step back does not fetch it again. */
  private imageOf(name: string, { image }: ComposeService): Image {
    const known = this.images.get(image);
    if (known !== undefined) return known;
    const made = new Image(this, `Image-${name}`, { name: image, keepLocally: true });
    this.images.set(image, made);
    return made;
  }

  private onHost(name: string): string {
    return `${this.props.project.name}-${name}`;
  }
}

/** As Go writes it, with all its parts: the provider compares the texts, and of a container it reads `1m0s`. */
function duration(seconds: number): string {
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
