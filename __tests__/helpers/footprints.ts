import type {
  Container,
  Edge,
  Footprint,
  Image,
  Peer,
  Span,
  Store,
  Topic,
  Workload,
} from "../../footprint/model";
import type { Replacement } from "../../footprint/replacement";

/** A footprint with nothing in it but what is given. */
export function footprint(parts: Partial<Footprint> = {}): Footprint {
  return {
    id: "test",
    workloads: [],
    stores: [],
    topics: [],
    queues: [],
    services: [],
    nodes: [],
    edges: [],
    exposures: [],
    secrets: [],
    images: [],
    alerts: [],
    charges: [],
    unknowns: [],
    unread: {},
    ...parts,
  };
}

/** A container from four figures: CPU request and limit in millicores, memory request and limit in MiB. */
export function container(
  name: string,
  cpu: readonly [number, number],
  memory: readonly [number, number],
): Container {
  return {
    name,
    requests: { cpuMillicores: cpu[0], memoryMi: memory[0] },
    limits: { cpuMillicores: cpu[1], memoryMi: memory[1] },
  };
}

/** A Deployment; replicas as min, steady, max. */
export function workload(
  name: string,
  replicas: readonly [number, number, number] | undefined,
  containers: readonly Container[],
  parts: Partial<Workload> = {},
): Workload {
  return {
    id: `kubernetes_deployment_v1.${name}`,
    kind: "Deployment",
    name,
    namespace: "12go",
    labels: { app: name },
    containers,
    initContainers: [],
    overhead: {},
    replicas: replicas && span(...replicas),
    replicasFrom: replicas ? "autoscaler" : "unknown",
    scalesOn: ["cpu 60 %"],
    ...parts,
  };
}

export function span(min: number, steady: number, max: number): Span {
  return { min, steady, max };
}

export function topic(name: string, partitions: number, parts: Partial<Topic> = {}): Topic {
  return {
    id: `kafka_topic.${name}`,
    name,
    partitions,
    replicationFactor: 3,
    minInsyncReplicas: 2,
    ...parts,
  };
}

export function redis(parts: Partial<Store> = {}): Store {
  return {
    id: "aws_elasticache_replication_group.Cache",
    name: "partner-cache",
    engine: "redis 7.1",
    size: "cache.t4g.small",
    copies: 1,
    survivesRestart: false,
    survivesNodeLoss: false,
    ...parts,
  };
}

export function image(reference: string, workloads: readonly string[], runtime?: Image["runtime"]): Image {
  return { reference, repository: reference.split(":")[0] ?? reference, runtime, workloads };
}

/** An allowed connection; no measure distinguishes kinds. */
export function edge(from: string, to: string, port?: string, parts: Partial<Edge> = {}): Edge {
  return {
    from: peer(from),
    to: peer(to),
    port,
    protocol: "TCP",
    policy: "policy",
    direction: "egress",
    ...parts,
  };
}

/** A range by its digits, all else a workload. */
function peer(name: string): Peer {
  return { kind: /^\d+\./.test(name) ? "cidr" : "workload", name };
}

/** Five topics, 19 partitions, 57 replicas: 001_57ea113d5c58119c.txt, section 6. */
export const BOOKING_TOPICS: readonly Topic[] = [
  topic("booking.lifecycle", 6),
  topic("booking.status_change", 6),
  topic("booking.notification", 3),
  topic("content.entity_sync", 3),
  topic("integration.config", 1),
];

const DOTNET = { name: ".NET", version: "8", endOfLife: "2026-11-10" };
const PHP = { name: "PHP", version: "8.3", endOfLife: "2027-12-31" };
const OTEL = { name: "OpenTelemetry Collector" };

/** One pod more at a time, each ready after 65 s at most and gone after 60. */
export const ROLLING: Replacement = {
  by: "rolling",
  maxSurge: "1",
  maxUnavailable: "0",
  readySeconds: 65,
  minReadySeconds: 0,
  graceSeconds: 60,
  progressDeadlineSeconds: 600,
  gaps: [],
};

const SIDECAR = container("otel-collector", [50, 200], [64, 128]);
const FUJI = container("fuji", [100, 500], [128, 256]);

/** Option A of 001_57ea113d5c58119c.txt, section 2.1. */
export function partnerA(): Footprint {
  return dotnetOption(
    "partner-a",
    "travel-api",
    [2, 3, 15],
    container("travel-api", [250, 1000], [256, 512]),
    {
      topics: BOOKING_TOPICS,
      exposures: [exposure("travel-api", ["/v1/{client_id}/*", "/{client_id}/bookings/*"])],
    },
  );
}

/** Option B of 001_57ea113d5c58119c.txt, section 2.2, with Fuji kept. */
export function partnerB(): Footprint {
  return footprint({
    id: "partner-b",
    workloads: [
      workload("frontend3-partner", [2, 2, 8], [container("frontend3", [200, 800], [256, 512])], {
        phpWorkers: 8,
        replacement: ROLLING,
      }),
      workload("fuji", [2, 2, 4], [FUJI], { replacement: ROLLING }),
    ],
    topics: BOOKING_TOPICS,
    images: [image("frontend3:1.0", ["frontend3-partner"], PHP), image("fuji:1.0", ["fuji"], DOTNET)],
    services: [service("frontend3-partner")],
    exposures: [exposure("frontend3-partner", ["/partner/v1/*"])],
    edges: [
      edge("frontend3-partner", "fuji", "8080"),
      edge("frontend3-partner", "credit-line", "80"),
      ...dns("frontend3-partner", "fuji"),
    ],
    alerts: [critical("Booking error rate > 2%"), critical("Zero traffic during business hours")],
  });
}

/** Option C of 001_57ea113d5c58119c.txt, section 2.3, without Kafka. */
export function partnerC(): Footprint {
  return dotnetOption("partner-c", "gateway", [2, 3, 10], container("gateway", [200, 800], [192, 384]), {
    stores: [redis({ size: "cache.t4g.micro" })],
    exposures: [exposure("gateway", ["/v1/{client_id}/*"])],
  });
}

function dotnetOption(
  id: string,
  main: string,
  replicas: readonly [number, number, number],
  program: Container,
  parts: Partial<Footprint>,
): Footprint {
  return footprint({
    id,
    workloads: [
      workload(main, replicas, [program, SIDECAR], {
        connectionCap: { setting: "Upstream__MaxConnectionsPerServer", perPod: 50 },
        replacement: ROLLING,
      }),
      workload("fuji", [2, 2, 4], [FUJI, SIDECAR], { replacement: ROLLING }),
    ],
    stores: [redis()],
    images: [
      image(`${main}:1.0`, [main], DOTNET),
      image("fuji:1.0", ["fuji"], DOTNET),
      image("otel/opentelemetry-collector:0.139.0", [main, "fuji"], OTEL),
    ],
    services: [service(main)],
    edges: [
      edge(main, "fuji", "8080"),
      edge(main, "frontend3", "80"),
      edge(main, "10.0.0.0/16", "6379"),
      edge(main, "fuji", "8080", { direction: "ingress" }),
      ...dns(main, "fuji"),
    ],
    alerts: [
      critical("Redis is unreachable"),
      critical("Circuit breaker open"),
      critical("Booking error rate > 2%"),
    ],
    ...parts,
  });
}

function dns(...names: readonly string[]) {
  return names.flatMap((name) => [
    edge(name, "kube-dns", "53", { protocol: "UDP" }),
    edge(name, "kube-dns", "53", { protocol: "TCP" }),
  ]);
}

function service(name: string) {
  return {
    id: `service.${name}`,
    name,
    namespace: "12go",
    type: "ClusterIP",
    selector: { app: name },
    ports: [],
  };
}

function exposure(backend: string, paths: readonly string[]) {
  return {
    id: `route.${backend}`,
    via: "HTTPRoute",
    hosts: [],
    paths,
    backends: [{ service: backend, port: 80 }],
  };
}

function critical(name: string) {
  return {
    id: `alert.${name}`,
    name,
    condition: "rate",
    window: "5m",
    severity: "critical" as const,
    pages: "partner-oncall",
  };
}
