import { only, read } from "../fixtures";

type Block = Readonly<Record<string, unknown>>;

/** Arguments of a `docker_service`, as CDKTF writes them. */
function service(name: string, { image = "nginx:1.27", spec = {}, task = {}, ...other }: Block = {}): Block {
  return {
    name,
    mode: { replicated: { replicas: 2 } },
    task_spec: { container_spec: { image, ...(spec as Block) }, ...(task as Block) },
    ...other,
  };
}

const mount = (source: string) => ({ mounts: [{ type: "volume", source, target: "/data" }] });
const ONE = { mode: { replicated: { replicas: 1 } } };

it("reads a Swarm service: tasks, image and its base, and resources to the millicore and byte", () => {
  const resources = {
    limits: { nano_cpus: 500_000_000, memory_bytes: 134_217_728 },
    reservation: { nano_cpus: 125_000_000, memory_bytes: 1_572_864 },
  };
  const footprint = read({
    docker_service: {
      S: service("shop_web", {
        task: { resources },
        labels: [{ label: "base-image.weighbridge.dev/web", value: "php:8.4-fpm-alpine" }],
      }),
    },
  });
  expect(only(footprint.workloads)).toMatchObject({
    id: "docker_service.S",
    kind: "SwarmService",
    name: "shop_web",
    containers: [
      {
        image: "nginx:1.27",
        requests: { cpuMillicores: 125, memoryMi: 1.5 },
        limits: { cpuMillicores: 500, memoryMi: 128 },
      },
    ],
    replicas: { min: 2, steady: 2, max: 2 },
    replicasFrom: "replicas",
  });
  expect(only(footprint.images)).toMatchObject({
    base: "php:8.4-fpm-alpine",
    runtime: { name: "PHP", version: "8.4" },
    workloads: ["shop_web"],
  });
  expect(footprint).toMatchObject({ stores: [], unread: {}, unknowns: [] });
});

it("runs one task where the service says nothing, and takes 0 for no limit, as Swarm does", () => {
  const task = { resources: { limits: { nano_cpus: 0, memory_bytes: 0 } } };
  const { workloads } = read({ docker_service: { S: service("a", { mode: {}, task }) } });
  expect(only(workloads).replicas).toMatchObject({ max: 1 });
  expect(only(only(workloads).containers).limits).toEqual({});
});

it("does not know how many tasks a global service has", () => {
  const { workloads, unknowns } = read({ docker_service: { S: service("a", { mode: { global: true } }) } });
  expect(only(workloads).replicas).toBeUndefined();
  expect(only(workloads).replicasFrom).toBe("nodes");
  expect(only(unknowns)).toMatchObject({ id: "docker_service.S", what: "replicas" });
});

it("reads a value that is unresolved before an apply as unknown", () => {
  const task = { resources: { limits: { nano_cpus: "${var.cpu * 1000000}" } } };
  const mode = { replicated: { replicas: "${var.n}" } };
  const { workloads, unknowns } = read({ docker_service: { S: service("a", { mode, task }) } });
  expect(only(workloads)).toMatchObject({ replicasFrom: "unknown", containers: [{ limits: {} }] });
  expect(unknowns.map(({ what }) => what)).toEqual(["limits of a: cpu", "replicas"]);
});

describe("a store", () => {
  const volume = (body: Block = {}) => ({ docker_volume: { V: { name: "data", ...body } } });
  const postgres = (other: Block = {}) =>
    service("db", { image: "postgres:16-alpine", spec: mount("${docker_volume.V.name}"), ...ONE, ...other });

  it("on a local volume is one copy that stays with its node", () => {
    expect(only(read({ ...volume(), docker_service: { S: postgres() } }).stores)).toEqual({
      id: "docker_volume.V",
      name: "data",
      engine: "postgres 16",
      copies: 1,
      survivesRestart: true,
      survivesNodeLoss: false,
      usedBy: ["docker_service.S"],
    });
  });

  it("on a shared volume may survive its node", () => {
    for (const body of [{ driver: "rexray/ebs" }, { driver_opts: { type: "nfs" } }]) {
      const stored = only(read({ ...volume(body), docker_service: { S: postgres() } }).stores);
      expect(stored.survivesNodeLoss).toBeUndefined();
    }
  });

  it("of several tasks is as many volumes, and nobody knows what of", () => {
    const mode = { replicated: { replicas: 3 } };
    expect(
      only(read({ ...volume(), docker_service: { S: postgres({ mode }) } }).stores).copies,
    ).toBeUndefined();
  });

  it("is a volume that no service declares, and one that nothing known writes to", () => {
    const { stores } = read({
      ...volume(),
      docker_service: { S: service("app", { spec: mount("uploads") }) },
    });
    expect(stores.map(({ id, engine }) => [id, engine])).toEqual([
      ["docker_service.S: volume uploads", "volume"],
      ["docker_volume.V", "volume"],
    ]);
  });

  it("without a volume is gone with its container", () => {
    const { stores } = read({
      docker_service: { S: service("q", { image: "rabbitmq:3.13-management", ...ONE }) },
    });
    expect(only(stores)).toEqual({
      id: "docker_service.S",
      name: "q",
      engine: "rabbitmq 3.13",
      copies: 1,
      survivesRestart: false,
      survivesNodeLoss: false,
      usedBy: ["docker_service.S"],
    });
  });
});

it("reads a container: its limits, image by reference, named volumes", () => {
  const { workloads, stores } = read({
    docker_image: { I: { name: "postgres:17" } },
    docker_volume: { V: { name: "data" } },
    docker_container: {
      C: {
        name: "db",
        image: "${docker_image.I.image_id}",
        cpus: "1.5",
        memory: 512,
        volumes: [
          { volume_name: "${docker_volume.V.name}", container_path: "/var/lib/postgresql/data" },
          { host_path: "/etc/ssl", container_path: "/etc/ssl" },
        ],
      },
    },
  });
  expect(only(workloads)).toMatchObject({
    kind: "Container",
    name: "db",
    containers: [{ image: "postgres:17", requests: {}, limits: { cpuMillicores: 1500, memoryMi: 512 } }],
    replicas: { max: 1 },
  });
  expect(only(stores)).toMatchObject({ id: "docker_volume.V", engine: "postgres 17", copies: 1 });
});

it("reads published ports, and who shares a network", () => {
  const task = { networks_advanced: [{ name: "${docker_network.N.id}" }] };
  const ports = [{ target_port: 80, published_port: 8080 }];
  const { exposures, edges } = read({
    docker_network: { N: { name: "shop" }, Alone: { name: "alone" } },
    docker_service: { A: service("web", { task, endpoint_spec: { ports } }), B: service("db", { task }) },
  });
  expect(only(exposures)).toMatchObject({
    id: "docker_service.A",
    via: "Swarm port",
    backends: [{ service: "web", port: 8080 }],
  });
  expect(only(edges)).toMatchObject({
    from: { name: "everything on shop" },
    to: { name: "everything on shop" },
    policy: "docker_network.N",
  });
});

it("reads secrets, its own and those that the Swarm has from elsewhere", () => {
  const secrets = [
    { secret_id: "${docker_secret.O.id}", secret_name: "own", file_name: "own" },
    { secret_id: "abc", secret_name: "database_url", file_name: "database_url" },
  ];
  const footprint = read({
    docker_secret: { O: { name: "own", data: "aHVudGVyMg==" } },
    docker_service: { A: service("a", { spec: { secrets } }), B: service("b", { spec: { secrets } }) },
    docker_config: { C: { name: "c", data: "eA==" } },
  });
  expect(footprint.secrets).toEqual([
    { id: "docker_secret.O", name: "own", store: "docker swarm", valueInDocument: true },
    {
      id: "docker_service.A: secret database_url",
      name: "database_url",
      store: "docker swarm",
      valueInDocument: false,
    },
  ]);
  expect(JSON.stringify(footprint)).not.toContain("aHVudGVyMg");
  expect(footprint.unread).toEqual({});
});
