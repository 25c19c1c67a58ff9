import type { RabbitMqDurable } from "../../constructs/rabbitmq-durable";
import {
  all,
  at,
  cluster,
  connections,
  rabbitmqCluster,
  resources,
  warnings,
} from "../helpers/rabbitmq-brokers";

describe("mode cluster", () => {
  test("is three nodes on three hosts and as many zones", () => {
    const selector = {
      matchLabels: { "app.kubernetes.io/name": "mq", "app.kubernetes.io/component": "rabbitmq" },
    };
    expect(rabbitmqCluster(cluster())).toMatchObject({
      apiVersion: "rabbitmq.com/v1beta1",
      kind: "RabbitmqCluster",
      metadata: { name: "mq", namespace: "shop" },
      spec: {
        replicas: 3,
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { labelSelector: selector, topologyKey: "kubernetes.io/hostname" },
            ],
          },
        },
      },
    });
    const pod = at(rabbitmqCluster(cluster()), "spec", "override", "statefulSet", "spec", "template", "spec");
    expect(at(pod, "topologySpreadConstraints")).toEqual([
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "DoNotSchedule",
        labelSelector: selector,
      },
    ]);
    expect(warnings(cluster())).toEqual([]);
  });

  test("may have five", () => {
    expect(at(rabbitmqCluster(cluster({ replicas: 5 })), "spec", "replicas")).toBe(5);
  });

  test("stops the side of a split that has no majority", () => {
    const configuration = at(rabbitmqCluster(cluster()), "spec", "rabbitmq", "additionalConfig");
    expect(configuration).toBe(
      "cluster_partition_handling = pause_minority\nqueue_leader_locator = balanced\n" +
        "default_queue_type = quorum\ndisk_free_limit.absolute = 2048MiB\n",
    );
  });

  test("runs its pods restricted, which the operator does not", () => {
    const container = {
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    };
    const pod = at(rabbitmqCluster(cluster()), "spec", "override", "statefulSet", "spec", "template", "spec");
    expect(pod).toMatchObject({
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      containers: [{ name: "rabbitmq", securityContext: container }],
      initContainers: [{ name: "setup-container", securityContext: container }],
    });
  });

  test("gives up one node at a time, and each within ten minutes", () => {
    const [budget] = all(cluster(), "kubernetes_pod_disruption_budget_v1");
    expect(budget).toMatchObject({
      spec: { max_unavailable: "1", selector: { match_labels: { "app.kubernetes.io/name": "mq" } } },
    });
    const grace = (durable: RabbitMqDurable) =>
      at(rabbitmqCluster(durable), "spec", "terminationGracePeriodSeconds");
    expect(grace(cluster())).toBe(600);
    expect(grace(cluster({ terminationGraceSeconds: 1800 }))).toBe(1800);
  });

  test("takes image, volume and resources", () => {
    const props = { image: "registry.test/rabbitmq:4.2.6", storageGiB: 50, storageClassName: "ssd" };
    expect(rabbitmqCluster(cluster(props))["spec"]).toMatchObject({
      image: "registry.test/rabbitmq:4.2.6",
      persistence: { storage: "50Gi", storageClassName: "ssd" },
      resources: { requests: { cpu: "1000m", memory: "2048Mi" }, limits: { cpu: "2000m", memory: "2048Mi" } },
    });
    expect(rabbitmqCluster(cluster())["spec"]).toMatchObject({
      image: "rabbitmq:4.2.6-management",
      persistence: { storage: "10Gi" },
    });
  });

  const NODES =
    '{"pod_selector":{"match_labels":{"app.kubernetes.io/component":"rabbitmq","app.kubernetes.io/name":"mq"}}}';
  const inNamespace = (name: string) =>
    `{"namespace_selector":{"match_labels":{"kubernetes.io/metadata.name":"${name}"}}}`;

  test("lets its nodes at each other, and the operator at the management API", () => {
    expect(connections(cluster(), "ingress")).toEqual([
      '{"pod_selector":{"match_labels":{"app":"orders"}}} 5672/TCP',
      `${NODES} 4369/TCP`,
      `${NODES} 25672/TCP`,
      `${inNamespace("rabbitmq-system")} 15672/TCP`,
    ]);
    expect(connections(cluster(), "egress").slice(2)).toEqual([`${NODES} 4369/TCP`, `${NODES} 25672/TCP`]);
    expect(connections(cluster({ operatorNamespace: "operators" }), "ingress")).toContain(
      `${inNamespace("operators")} 15672/TCP`,
    );
  });

  test("speaks TLS only where it has a certificate", () => {
    const props = {
      tlsSecret: "mq-tls",
      managers: [{ namespace: "ops" }],
      scrapers: [{ namespace: "monitoring" }],
    };
    expect(at(rabbitmqCluster(cluster(props)), "spec", "tls")).toEqual({
      secretName: "mq-tls",
      disableNonTLSListeners: true,
    });
    expect(connections(cluster(props), "ingress")).toEqual([
      '{"pod_selector":{"match_labels":{"app":"orders"}}} 5671/TCP',
      `${inNamespace("ops")} 15671/TCP`,
      `${inNamespace("monitoring")} 15691/TCP`,
      `${NODES} 4369/TCP`,
      `${NODES} 25672/TCP`,
      `${inNamespace("rabbitmq-system")} 15671/TCP`,
    ]);
    expect(rabbitmqCluster(cluster())["spec"]).not.toHaveProperty("tls");
  });

  test("exposes its host and the Secret of its administrator, and keeps its logical id", () => {
    const durable = cluster();
    expect(durable.broker).toMatchObject({ host: "mq.shop.svc", adminSecret: "mq-default-user" });
    expect(resources(durable)["helm_release"]).toHaveProperty("Mq_Broker_8EE791E8");
  });

  test("matches the snapshot", () => {
    expect(rabbitmqCluster(cluster())).toMatchSnapshot();
  });
});
