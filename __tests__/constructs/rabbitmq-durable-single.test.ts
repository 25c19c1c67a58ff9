import type { RabbitMqDurable } from "../../constructs/rabbitmq-durable";
import {
  all,
  at,
  connections,
  container,
  resources,
  single,
  statefulSet,
  warnings,
} from "../helpers/rabbitmq-brokers";

describe("mode single", () => {
  test("is one node, with a warning about the single point of failure", () => {
    expect(at(statefulSet(single()), "spec", "replicas")).toBe("1");
    expect(warnings(single())).toEqual([
      "mq has one node: it is a single point of failure, unavailable while its pod restarts or moves, and its messages " +
        'are lost with its volume; mode "cluster" survives the loss of a node',
    ]);
  });

  test("keeps messages on a volume that outlives it, under a name that does not change", () => {
    const spec = at(statefulSet(single()), "spec");
    expect(spec).toMatchObject({
      service_name: "mq-nodes",
      persistent_volume_claim_retention_policy: [{ when_deleted: "Retain", when_scaled: "Retain" }],
      volume_claim_template: [
        {
          metadata: { name: "data" },
          spec: { access_modes: ["ReadWriteOnce"], resources: { requests: { storage: "10Gi" } } },
        },
      ],
    });
    expect(container(single())).toMatchObject({
      env: expect.arrayContaining([{ name: "RABBITMQ_NODENAME", value: "rabbit@mq-0" }]),
      volume_mount: expect.arrayContaining([{ name: "data", mount_path: "/var/lib/rabbitmq/mnesia" }]),
    });
  });

  test("takes size and class of the volume", () => {
    const claim = at(
      statefulSet(single({ storageGiB: 50, storageClassName: "ssd" })),
      "spec",
      "volume_claim_template",
      0,
    );
    expect(at(claim, "spec")).toMatchObject({
      storage_class_name: "ssd",
      resources: { requests: { storage: "50Gi" } },
    });
  });

  test("runs the official image, restricted, as its own user", () => {
    const pod = at(statefulSet(single()), "spec", "template", "spec");
    expect(pod).toMatchObject({
      automount_service_account_token: false,
      enable_service_links: false,
      security_context: { run_as_non_root: true, run_as_user: "999", fs_group: "999" },
    });
    expect(container(single())).toMatchObject({
      image: "rabbitmq:4.2.6-management",
      security_context: {
        run_as_non_root: true,
        read_only_root_filesystem: true,
        allow_privilege_escalation: false,
        capabilities: { drop: ["ALL"] },
      },
    });
    expect(container(single({ image: "registry.test/rabbitmq:4.2.6" }))["image"]).toBe(
      "registry.test/rabbitmq:4.2.6",
    );
  });

  test("has 1 to 2 cores and 2 GiB, or what it is given", () => {
    expect(container(single())["resources"]).toEqual({
      requests: { cpu: "1000m", memory: "2048Mi" },
      limits: { cpu: "2000m", memory: "2048Mi" },
    });
    const resources = {
      cpuRequestMillicores: 250,
      cpuLimitMillicores: 500,
      memoryRequestMi: 512,
      memoryLimitMi: 1024,
    };
    expect(container(single({ resources }))["resources"]).toEqual({
      requests: { cpu: "250m", memory: "512Mi" },
      limits: { cpu: "500m", memory: "1024Mi" },
    });
  });

  test("makes replicated queues by default, and stops publishers while the disk can still take the memory", () => {
    const [configMap] = all(single(), "kubernetes_config_map_v1");
    expect(at(configMap, "data", "rabbitmq.conf")).toBe(
      "default_queue_type = quorum\ndisk_free_limit.absolute = 2048MiB\n",
    );
  });

  test("rolls its pod when the configuration changes", () => {
    const checksum = (durable: RabbitMqDurable) =>
      at(
        statefulSet(durable),
        "spec",
        "template",
        "metadata",
        "annotations",
        "weighbridge.dev/configuration-checksum",
      );
    const resources = {
      cpuRequestMillicores: 1000,
      cpuLimitMillicores: 2000,
      memoryRequestMi: 1024,
      memoryLimitMi: 1024,
    };
    expect(checksum(single())).toMatch(/^[0-9a-f]{16}$/);
    expect(checksum(single({ resources }))).not.toBe(checksum(single()));
  });

  test("reads its administrator from the given Secret", () => {
    const fromSecret = (key: string) => ({ secret_key_ref: { name: "other", key } });
    expect(container(single({ adminSecret: "other" }))["env"]).toEqual(
      expect.arrayContaining([
        { name: "RABBITMQ_DEFAULT_USER", value_from: fromSecret("username") },
        { name: "RABBITMQ_DEFAULT_PASS", value_from: fromSecret("password") },
      ]),
    );
  });

  test("is given time to recover, and is not killed for being busy", () => {
    expect(container(single())).toMatchObject({
      startup_probe: { tcp_socket: [{ port: "amqp" }], period_seconds: 10, failure_threshold: 60 },
      readiness_probe: { tcp_socket: [{ port: "amqp" }] },
      liveness_probe: { exec: { command: ["rabbitmq-diagnostics", "-q", "ping"] }, timeout_seconds: 30 },
    });
  });

  test("is reached by those who are named and reaches DNS only", () => {
    expect(connections(single(), "ingress")).toEqual([
      '{"pod_selector":{"match_labels":{"app":"orders"}}} 5672/TCP',
    ]);
    const dns =
      '{"namespace_selector":{"match_labels":{"kubernetes.io/metadata.name":"kube-system"}},' +
      '"pod_selector":{"match_labels":{"k8s-app":"kube-dns"}}}';
    expect(connections(single(), "egress")).toEqual([`${dns} 53/UDP`, `${dns} 53/TCP`]);
  });

  test("lets managers and scrapers at their own ports", () => {
    const props = {
      clients: [],
      managers: [{ cidr: "10.0.0.0/28" }],
      scrapers: [{ namespace: "monitoring" }],
    };
    expect(connections(single(props), "ingress")).toEqual([
      '{"ip_block":{"cidr":"10.0.0.0/28"}} 15672/TCP',
      '{"namespace_selector":{"match_labels":{"kubernetes.io/metadata.name":"monitoring"}}} 15692/TCP',
    ]);
  });

  test("exposes its host, and keeps its logical id", () => {
    const durable = single();
    expect(durable.broker).toMatchObject({ host: "mq.shop.svc" });
    expect(resources(durable)["kubernetes_stateful_set_v1"]).toHaveProperty("Mq_Broker_7A2B4A4E");
  });

  test("matches the snapshot", () => {
    expect(resources(single())).toMatchSnapshot();
  });
});
