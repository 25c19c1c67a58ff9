import { stringify } from "yaml";
import type {
  ComposeProject,
  ComposeService,
} from "../../../config/reviews/002-critter-supply/application/compose/model";

/** Where the files and the secrets of a project lie on its host. */
export interface ComposeFolders {
  readonly files: string;
  readonly secrets: string;
}

/**
 * The project as the Compose file that `docker compose` runs: the same containers as `DockerProject` makes, by the
 * same names.
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
export function composeFile(project: ComposeProject, folders: ComposeFolders): string {
  const { name, services, networks, volumes } = project;
  const file = {
    name,
    services: Object.fromEntries(
      Object.entries(services).map(([id, service]) => [
        id,
        { container_name: `${name}-${id}`, ...composeService(id, service, folders) },
      ]),
    ),
    networks: Object.fromEntries(networks.map((network) => [network, { name: `${name}-${network}` }])),
    volumes: Object.fromEntries(volumes.map((volume) => [volume, { name: `${name}-${volume}` }])),
  };
  return stringify(file, { lineWidth: 0 });
}

function composeService(id: string, service: ComposeService, folders: ComposeFolders) {
  const { resources, healthCheck: check, capability, writablePaths, after = [], baseImage } = service;
  return {
    image: service.image,
    ...(service.hostname !== undefined && { hostname: service.hostname }),
    ...(service.user !== undefined && { user: service.user }),
    ...(service.command !== undefined && { command: [...service.command] }),
    ...(service.env !== undefined && { environment: { ...service.env } }),
    restart: "unless-stopped",
    stop_grace_period: `${service.stopGraceSeconds ?? 10}s`,
    cpus: resources.cpuLimitMillicores / 1000,
    cpu_shares: Math.ceil((resources.cpuRequestMillicores * 1024) / 1000),
    mem_limit: `${resources.memoryLimitMi}m`,
    // As much as the memory itself is no swap.
    memswap_limit: `${resources.memoryLimitMi}m`,
    healthcheck: {
      test: [...check.test],
      interval: `${check.intervalSeconds ?? 10}s`,
      timeout: `${check.timeoutSeconds ?? 5}s`,
      start_period: `${check.startPeriodSeconds}s`,
      retries: 3,
    },
    cap_drop: ["ALL"],
    ...(capability !== undefined && { cap_add: [capability] }),
    security_opt: ["no-new-privileges:true"],
    ...(writablePaths !== undefined && { read_only: true, tmpfs: [...writablePaths] }),
    networks: [...service.networks],
    ...(service.ports !== undefined && {
      ports: service.ports.map(({ target, published }) => `${published}:${target}`),
    }),
    volumes: mounts(service, folders),
    ...(after.length > 0 && {
      depends_on: Object.fromEntries(after.map((name) => [name, { condition: "service_healthy" }])),
    }),
    ...(baseImage !== undefined && { labels: { [`base-image.weighbridge.dev/${id}`]: baseImage } }),
  };
}

function mounts({ volumes = [], files = [], secrets = [] }: ComposeService, folders: ComposeFolders) {
  // Docker would make a folder of a file that is not there: so it refuses to start instead.
  const file = (source: string, target: string) => ({
    type: "bind",
    source,
    target,
    read_only: true,
    bind: { create_host_path: false },
  });
  return [
    ...volumes.map(({ volume, path }) => ({ type: "volume", source: volume, target: path })),
    ...files.map(({ file: name, path }) => file(`${folders.files}/${name}`, path)),
    ...secrets.map(({ secret, path }) => file(`${folders.secrets}/${secret}`, path)),
  ];
}
