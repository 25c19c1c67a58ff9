import { only, read } from "../fixtures";

/** A machine whose cloud-init writes these files. */
function machine(files: Readonly<Record<string, string>>, custom?: string) {
  const entries = Object.entries(files).map(([path, content]) => ({ path, content }));
  const text = custom ?? `#cloud-config\n${JSON.stringify({ write_files: entries })}`;
  const custom_data = Buffer.from(text).toString("base64");
  return { azurerm_linux_virtual_machine: { M: { name: "shop", size: "Standard_D4s_v5", custom_data } } };
}

const FILE = `
name: shop
services:
  web:
    image: nginx:1.29
    cpus: 0.5
    mem_limit: 384m
    ports: ["443:443", "127.0.0.1:9000:9000/tcp", "80"]
    networks: [front]
    labels: ["base-image.weighbridge.dev/web=nginx:1.29"]
  database:
    image: postgres:16-alpine
    container_name: data
    deploy: { replicas: 1, resources: { limits: { cpus: "2", memory: 1g } } }
    networks: { front: { aliases: [db] } }
    volumes:
      - data:/var/lib/postgresql/data
      - ./init:/docker-entrypoint-initdb.d
      - { type: bind, source: /run/secrets/a, target: /run/secrets/a }
networks: { front: {} }
volumes: { data: { name: kept } }
`;

it("reads the containers of a Compose file that a machine writes at its first start", () => {
  const footprint = read(machine({ "/opt/shop/compose.yaml": FILE }));
  expect(footprint.workloads).toMatchObject([
    { name: "data", kind: "Container", replicas: { max: 1 } },
    { name: "shop-web", kind: "Container", replicas: { max: 1 } },
  ]);
  expect(footprint.workloads.map(({ containers }) => only(containers).limits)).toEqual([
    { cpuMillicores: 2000, memoryMi: 1024 },
    { cpuMillicores: 500, memoryMi: 384 },
  ]);
  expect(footprint.stores).toMatchObject([{ name: "kept", engine: "postgres 16", copies: 1 }]);
  expect(only(footprint.exposures).backends.map(({ port }) => port)).toEqual([443, 9000]);
  expect(only(footprint.edges).from.name).toBe("everything on shop_front");
  expect(only(footprint.nodes)).toMatchObject({ name: "shop", instanceType: "Standard_D4s_v5" });
  expect(footprint).toMatchObject({ unread: {}, unknowns: [] });
});

it.each([
  [
    "no configuration of cloud-init",
    "#!/bin/sh\ndocker compose up\n",
    "its start-up data is no configuration of cloud-init",
  ],
  [
    "no Compose file",
    "#cloud-config\npackages: [nginx]\n",
    "its start-up data writes no Compose file that can be read",
  ],
  ["no YAML", "#cloud-config\n{", "its start-up data writes no Compose file that can be read"],
])("says that it does not know what runs on a machine with %s", (_, text, why) => {
  const { unknowns, workloads } = read(machine({}, text));
  expect(workloads).toEqual([]);
  expect(unknowns).toEqual([{ id: "azurerm_linux_virtual_machine.M", what: "what runs on it", why }]);
});

it("reads when a service is healthy, when it has ended, and whom it needs", () => {
  const file = `
name: shop
services:
  web:
    image: nginx:1.29
    stop_grace_period: 1m30s
    environment: { UPSTREAM: "http://database:5432", OTEL_EXPORTER_OTLP_ENDPOINT: "http://metrics:4318" }
    healthcheck: { test: [CMD, "true"], interval: 10s, timeout: 5s, start_period: 20s, retries: 2 }
  database: { image: "postgres:16-alpine", healthcheck: { disable: true }, environment: [POSTGRES_DB=shop, HOME] }
  worker: { image: "nginx:1.29", depends_on: { database: { condition: service_healthy } } }
  metrics: { image: "prom/prometheus:v3.5.0" }
`;
  const { workloads } = read(machine({ "/opt/shop/compose.yaml": file }));
  const named = (name: string) => workloads.find((workload) => workload.name === `shop-${name}`);
  const database = named("database")?.id;
  expect(named("web")).toMatchObject({
    needs: [database],
    replacement: { by: "container", readySeconds: 50, graceSeconds: 90, gaps: [] },
  });
  expect(named("database")?.replacement).toMatchObject({ readySeconds: 0, gaps: [] });
  expect(named("worker")?.needs).toEqual([database]);
  expect(named("metrics")?.replacement?.gaps).toHaveLength(1);
});

it("reads an EC2 instance's start-up data, as text or in base64", () => {
  const text = `#cloud-config\n${JSON.stringify({ write_files: [{ path: "/srv/compose.yaml", content: FILE }] })}`;
  const started = (data: object) => read({ aws_instance: { I: { instance_type: "m5.large", ...data } } });
  const names = ["data", "shop-web"];
  expect(started({ user_data: text }).workloads.map(({ name }) => name)).toEqual(names);
  const encoded = started({ user_data_base64: Buffer.from(text).toString("base64") });
  expect(encoded.workloads.map(({ name }) => name)).toEqual(names);
  expect(only(started({ user_data: "#!/bin/sh\ndocker run nginx" }).unknowns).what).toBe("what runs on it");
});

describe("a machine of Google Cloud", () => {
  const text = `#cloud-config\n${JSON.stringify({ write_files: [{ path: "/srv/compose.yaml", content: FILE }] })}`;
  const started = (data: object) =>
    read({ google_compute_instance: { G: { machine_type: "e2-medium", ...data } } });
  const script = "#!/bin/sh\ndocker run nginx";

  it("runs what its user data starts", () => {
    const { workloads, unknowns } = started({ metadata: { "user-data": text } });
    expect(workloads.map(({ name }) => name)).toEqual(["data", "shop-web"]);
    expect(unknowns).toEqual([]);
  });

  const NO_CLOUD_INIT = "its start-up data is no configuration of cloud-init";
  it.each([
    ["a script", { metadata: { "startup-script": script } }, NO_CLOUD_INIT],
    ["a script of its own argument", { metadata_startup_script: script }, NO_CLOUD_INIT],
    ["a container's declaration", { metadata: { "gce-container-declaration": "spec: {}" } }, NO_CLOUD_INIT],
    [
      "data and a script beside it",
      { metadata: { "user-data": text, "startup-script": script } },
      NO_CLOUD_INIT,
    ],
    [
      "metadata that is unresolved before an apply",
      { metadata: "${var.metadata}" },
      "variable metadata without default: give it at deploy",
    ],
  ])("may run more, by %s", (_, data, why) => {
    expect(started(data).unknowns).toEqual([
      { id: "google_compute_instance.G", what: "what runs on it", why },
    ]);
  });
});

it("multiplies what each machine of a scale set starts", () => {
  const {
    azurerm_linux_virtual_machine: { M },
  } = machine({ "/opt/shop/compose.yaml": FILE });
  const set = { ...M, sku: "Standard_D4s_v5", instances: 3 };
  const { workloads } = read({ azurerm_linux_virtual_machine_scale_set: { M: set } });
  expect(workloads.map(({ replicas }) => replicas?.max)).toEqual([3, 3]);
});

it.each([
  ["aws_instance", { instance_type: "m5.large" }],
  ["aws_autoscaling_group", { min_size: 1, max_size: 2 }],
  ["azurerm_windows_virtual_machine", { size: "Standard_D4s_v5" }],
  ["google_compute_instance", { machine_type: "e2-medium" }],
])("does not take an %s without start-up data for an empty one", (type, M) => {
  expect(read({ [type]: { M } }).unknowns).toContainEqual({
    id: `${type}.M`,
    what: "what runs on it",
    why: "the document has no start-up data that can be read",
  });
});

it("asks no node of a cluster what it runs", () => {
  expect(
    read({ aws_eks_node_group: { N: { scaling_config: { min_size: 1, max_size: 1 } } } }).unknowns,
  ).toEqual([]);
});

it("does not guess what an expression would start", () => {
  const M = { name: "shop", size: "Standard_D4s_v5", custom_data: "${base64encode(var.script)}" };
  expect(only(read({ azurerm_linux_virtual_machine: { M } }).unknowns).what).toBe("what runs on it");
});

const RULES = `
groups:
  - name: shop
    rules:
      - { alert: Slow, expr: up == 0, for: 5m, labels: { severity: critical, team: shop } }
`;
const manager = (receiver: string) => `route: { receiver: a }\nreceivers: [{ name: a, ${receiver}: [{}] }]\n`;

describe("alerts of rules that Terraform puts into containers", () => {
  const container = (name: string, path: string, content: string) => ({
    name,
    image: `${name}:1`,
    upload: [{ file: path, content }],
  });
  const alerts = (receiver?: string) =>
    read({
      docker_container: {
        P: container("prometheus", "/etc/prometheus/rules.yml", RULES),
        ...(receiver !== undefined && {
          A: container("alertmanager", "/etc/alertmanager/alertmanager.yml", manager(receiver)),
        }),
      },
    }).alerts;

  it("page whom their label names, where nobody says how they are routed", () => {
    expect(alerts()).toMatchObject([{ name: "Slow", severity: "critical", window: "5m", pages: "shop" }]);
    expect(alerts("pagerduty_configs")).toMatchObject([{ pages: "shop" }]);
  });

  it("page nobody, where Alertmanager has no receiver that wakes anybody", () => {
    expect(only(alerts("slack_configs"))).toMatchObject({ name: "Slow", severity: "critical" });
    expect(only(alerts("slack_configs")).pages).toBeUndefined();
  });
});

it("reads a container's share of a CPU where it is written as a quota", () => {
  const limits = (body: Readonly<Record<string, unknown>>) => {
    const A = { name: "a", image: "a:1", memory: 64, ...body };
    return only(only(read({ docker_container: { A } }).workloads).containers).limits.cpuMillicores;
  };
  expect(limits({ cpu_quota: 50_000 })).toBe(500);
  expect(limits({ cpu_quota: 50_000, cpu_period: 200_000 })).toBe(250);
  expect(limits({ cpu_quota: 0 })).toBeUndefined();
  expect(limits({ cpus: "1.5", cpu_quota: 50_000 })).toBe(1500);
});

it("takes a disk of its own for a store that outlives its machine", () => {
  const D = { name: "data", storage_account_type: "Premium_ZRS", disk_size_gb: 64 };
  expect(only(read({ azurerm_managed_disk: { D } }).stores)).toMatchObject({
    engine: "disk",
    size: "Premium_ZRS",
    sizeGiB: 64,
    survivesNodeLoss: true,
  });
});
