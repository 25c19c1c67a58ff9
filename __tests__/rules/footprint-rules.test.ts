import type { Alert, Footprint } from "../../footprint/model";
import type { CheckOptions } from "../../rules";
import { footprint, topic } from "../helpers/footprints";
import { clean, container, find, input, pod, run, terraform } from "./clean";

const idsOf = (checked: Parameters<typeof run>[0], options?: CheckOptions) =>
  run(checked, options).findings.map(({ rule }) => rule.id);

/** A footprint alone: what rules read that need no objects. */
const of = (parts: Partial<Footprint>) => {
  const empty = input([]);
  return idsOf({ ...empty, footprint: footprint(parts) });
};

const alert = (condition: string, name = "High"): Alert => ({
  id: `rule: ${name}`,
  name,
  condition,
  severity: "critical",
});

describe("topics and queues", () => {
  test.each<[string, Partial<Footprint>, Partial<Footprint>]>([
    ["WB069", { topics: [topic("a", 3, { minInsyncReplicas: undefined })] }, { topics: [topic("a", 3)] }],
    [
      "WB069",
      { topics: [topic("a", 3, { minInsyncReplicas: 3 })] },
      { topics: [topic("a", 3, { replicationFactor: 1, minInsyncReplicas: 1 })] },
    ],
    [
      "WB070",
      { topics: [topic("a", 3, { cleanupPolicy: "compact,delete", retentionMs: 1 })] },
      {
        topics: [
          topic("a", 3, { cleanupPolicy: "compact", retentionMs: -1 }),
          topic("b", 3, { retentionMs: 1 }),
        ],
      },
    ],
    [
      "WB071",
      { queues: [{ id: "q", name: "q", durable: false }] },
      {
        queues: [
          { id: "q", name: "q", durable: true },
          { id: "r", name: "r" },
        ],
      },
    ],
  ])("%s", (rule, found, accepted) => {
    expect(of(found)).toContain(rule);
    expect(of(accepted)).not.toContain(rule);
  });
});

test.each([
  ["WB063", "up > 1", "up == 0"],
  ["WB063", "Average of CPUUtilization > 100", "Average of CPUUtilization > 80"],
  ["WB063", "rate(errors_total[5m]) < 0", "rate(errors_total[5m]) > 0"],
  ["WB064", "rate(errors_total[5m]) >= 0", "requests_latency > 0"],
  ["WB064", "vector(1)", "vector(0)"],
  ["WB064", "up >= 0", "up < 1"],
])("%s finds the threshold of %s, and not of %s", (rule, found, accepted) => {
  expect(of({ alerts: [alert(found)] })).toContain(rule);
  expect(of({ alerts: [alert(accepted)] })).not.toContain(rule);
});

test("WB063 finds a series without its exporter, and a label value that no workload has", () => {
  const alerts = (expr: string, change?: (objects: ReturnType<typeof clean>) => void) => {
    const objects = clean();
    change?.(objects);
    objects.push({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "web", namespace: "shop" },
      spec: { groups: [{ name: "web", rules: [{ alert: "High", expr, labels: { severity: "critical" } }] }] },
    });
    return idsOf(input(objects)).filter((id) => id === "WB063");
  };
  const queue = "phpfpm_listen_queue > 10";
  expect(alerts(queue)).toHaveLength(1);
  const exporter = (objects: ReturnType<typeof clean>) =>
    pod(objects).containers.push({
      ...container(objects),
      name: "e",
      image: "hipages/php-fpm_exporter:2.2.0",
    });
  expect(alerts(queue, exporter)).toHaveLength(0);
  expect(alerts("requests_total > 10")).toHaveLength(0);
  expect(alerts('kube_x{namespace="shop",deployment="wbe"} > 1')).toHaveLength(1);
  expect(alerts('kube_x{namespace="shop",deployment=~"w.b"} > 1')).toHaveLength(0);
  expect(alerts('kube_x{namespace="kube-system",deployment="coredns"} > 1')).toHaveLength(0);
});

test("WB061 compares the workers of a pool with the memory of their container", () => {
  const pool = (...lines: string[]) => {
    const objects = clean();
    const data = { "www.conf": ["[www]", "pm.max_children = 8", ...lines].join("\n") };
    objects.push({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "fpm", namespace: "shop" }, data });
    pod(objects).volumes = [{ name: "fpm", configMap: { name: "fpm" } }];
    return run(input(objects))
      .findings.filter(({ rule }) => rule.id === "WB061")
      .map(({ text }) => text);
  };
  expect(pool()).toEqual(["8 workers at 128 MiB, PHP's default: 1024 MiB in a container with 128 MiB"]);
  expect(pool("php_admin_value[memory_limit] = 16M")).toEqual([]);
  expect(pool("php_admin_value[memory_limit] = 24M")).toHaveLength(1);
});

test("WB062 compares connections with what the server grants", () => {
  const objects = clean();
  container(objects).env.push({ name: "Upstream__MaxConnectionsPerServer", value: "50" });
  const budget = (connections: number) => ({ backend: "search", connections, source: "review" });
  const of = (connections: number) =>
    idsOf(input(objects, { settings: { connectionBudget: budget(connections) } }));
  expect(of(300)).toContain("WB062");
  expect(of(1000)).not.toContain("WB062");
  expect(idsOf(input(objects))).not.toContain("WB062");
});

test("WB068 finds a store of one node that holds locks", () => {
  const locks = (replicas: number, name: string) => {
    const objects = clean();
    container(objects).env.push({ name, value: "redis://db:5432/1" });
    const db = find(objects, "Deployment", "db");
    db.kind = "StatefulSet";
    db.spec.replicas = replicas;
    container(
      [db].map((each) => ({ ...each, kind: "Deployment" })),
      "db",
    ).image = "redis:7.4.1";
    db.spec.volumeClaimTemplates = [
      { metadata: { name: "data" }, spec: { resources: { requests: { storage: "1Gi" } } } },
    ];
    return idsOf(input(objects));
  };
  expect(locks(1, "LOCK_DSN")).toContain("WB068");
  expect(locks(1, "CACHE_DSN")).not.toContain("WB068");
});

test("rules that are off, and rules with a setting, run when they are asked for", () => {
  expect(idsOf(input(clean()), { rules: ["WB024"] })).toEqual(["WB024", "WB024"]);
  const from = (...registries: string[]) => idsOf(input(clean(), { settings: { registries } }));
  expect(from("registry.example.com")).toEqual(["WB029", "WB029"]);
  expect(from("registry.example.com", "ghcr.io/shop")).toEqual([]);
  expect(from("ghcr.io/sho")).toEqual(["WB029", "WB029"]);
});

test("WB073 finds a runtime that is out of support on a day", () => {
  const objects = clean();
  container(objects).image = "mcr.microsoft.com/dotnet/aspnet:8.0@sha256:0";
  expect(idsOf(input(objects), { asOf: "2026-11-11" })).toContain("WB073");
  expect(idsOf(input(objects), { asOf: "2026-11-10" })).not.toContain("WB073");
  expect(idsOf(input(objects))).not.toContain("WB073");
});

describe("Terraform", () => {
  const deployment = (name: string, more: object = {}) => ({
    metadata: { name, namespace: "shop" },
    spec: {
      replicas: "3",
      selector: { match_labels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { host_network: true, container: [{ name, image: "nginx", ...more }] },
      },
    },
  });

  test.each(["kubernetes_deployment", "kubernetes_deployment_v1"])("%s is read like a manifest", (type) => {
    const found = run(
      terraform({
        resource: { [type]: { Web: deployment("web", { security_context: [{ privileged: true }] }) } },
      }),
    );
    const ids = found.findings.map(({ rule }) => rule.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        "WB001",
        "WB002",
        "WB003",
        "WB004",
        "WB005",
        "WB007",
        "WB013",
        "WB021",
        "WB023",
        "WB027",
        "WB031",
        "WB044",
      ]),
    );
    expect(found.findings[0]).toMatchObject({
      resource: "Deployment/shop/web",
      address: `${type}.Web`,
      file: "cdk.tf.json",
    });
  });

  test("what only an apply knows is no finding", () => {
    const more = {
      image: "${var.image}",
      security_context: { run_as_non_root: "${var.x}", allow_privilege_escalation: "${var.y}" },
    };
    const document = { resource: { kubernetes_deployment_v1: { Web: deployment("web", more) } } };
    const ids = idsOf(terraform(document));
    for (const id of ["WB002", "WB003", "WB027"]) expect(ids).not.toContain(id);
  });

  test("a module may create what a reference names", () => {
    const spec = { service_account_name: "web", container: [{ name: "web", image: "nginx:1" }] };
    const body = { metadata: { name: "web" }, spec: { template: { metadata: {}, spec } } };
    const resource = { kubernetes_deployment_v1: { Web: body } };
    expect(idsOf(terraform({ resource }))).toContain("WB018");
    expect(idsOf(terraform({ resource, module: { platform: { source: "./platform" } } }))).not.toContain(
      "WB018",
    );
  });

  const group = (ingress: object) => ({ aws_security_group: { Db: { ingress: [ingress] } } });
  test.each<[string, object, object]>([
    [
      "WB075",
      group({ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] }),
      group({ from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] }),
    ],
    [
      "WB075",
      { aws_db_instance: { Db: { publicly_accessible: true } } },
      { aws_db_instance: { Db: { publicly_accessible: false } } },
    ],
    [
      "WB075",
      {
        azurerm_network_security_rule: {
          Ssh: {
            direction: "Inbound",
            access: "Allow",
            source_address_prefix: "*",
            destination_port_range: "22",
          },
        },
      },
      {
        azurerm_network_security_rule: {
          Ssh: {
            direction: "Inbound",
            access: "Allow",
            source_address_prefix: "10.0.0.0/8",
            destination_port_range: "22",
          },
        },
      },
    ],
    [
      "WB075",
      {
        google_compute_firewall: {
          Ssh: { source_ranges: ["0.0.0.0/0"], allow: [{ protocol: "tcp", ports: ["22"] }] },
        },
      },
      {
        google_compute_firewall: {
          Web: { source_ranges: ["0.0.0.0/0"], allow: [{ protocol: "tcp", ports: ["443"] }] },
        },
      },
    ],
    [
      "WB072",
      { docker_service: { Web: { name: "web", task_spec: [{ container_spec: [{ image: "web:1" }] }] } } },
      {
        docker_service: {
          Web: {
            name: "web",
            update_config: [{ failure_action: "rollback" }],
            task_spec: [{ container_spec: [{ image: "web:1" }] }],
          },
        },
      },
    ],
  ])("%s", (rule, found, accepted) => {
    expect(idsOf(terraform({ resource: found }))).toContain(rule);
    expect(idsOf(terraform({ resource: accepted }))).not.toContain(rule);
  });

  test("WB074 finds a provider that is bound to nothing", () => {
    const provider = (aws: object) => idsOf(terraform({ provider: { aws: [aws] }, resource: {} }));
    expect(provider({ region: "eu-west-1" })).toContain("WB074");
    expect(provider({ allowed_account_ids: ["${var.account}"] })).not.toContain("WB074");
  });
});
