import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./folder";

/** A plan as `terraform show -json` prints it, with these resources. */
export function planOf(
  ...resources: readonly (readonly [type: string, name: string, values: object])[]
): string {
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: {
      root_module: {
        resources: resources.map(([type, name, values]) => ({
          address: `${type}.${name}`,
          mode: "managed",
          type,
          name,
          provider_name: `registry.terraform.io/hashicorp/${type.split("_")[0]}`,
          values,
        })),
      },
    },
    configuration: {
      provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "us-east-1" } } } },
      root_module: {},
    },
  });
}

/** A Deployment of one container, as a plan has it. */
export function deployment(name: string, replicas: string, memory: string): [string, string, object] {
  const labels = { app: name };
  const resources = [{ requests: { cpu: "250m", memory }, limits: { cpu: "500m", memory } }];
  const template = [
    { metadata: [{ labels }], spec: [{ container: [{ name, image: `${name}:1.0`, resources }] }] },
  ];
  const spec = [{ replicas, selector: [{ match_labels: labels }], template }];
  return ["kubernetes_deployment_v1", name, { metadata: [{ name, namespace: "shop" }], spec }];
}

/** A Deployment and its autoscaler as YAML. */
export const CHECKOUT_YAML = `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec:
      containers:
        - name: main
          image: registry.example.com/checkout:1.0
          resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 200m, memory: 256Mi } }
`;
export const AUTOSCALER_YAML = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: 3
  maxReplicas: 9
`;

/** A new folder with these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Options of every kind of input, with everything that a review may say of them. */
export const REVIEW_YAML = `# yaml-language-server: $schema=./node_modules/weighbridge/schema/review.json
schemaVersion: 1
review: checkout
title: Checkout rewrite
document: docs/review.md
baseline: today
pricesAsOf: 2026-11-01
options:
  today: { title: One server, from: plans/today.json }
  serverless: { title: Two services, from: plans/services.json }
  kubernetes:
    title: EKS
    from: [plans/platform.json, deploy/, autoscaling.yaml]
    environments: [production, staging]
    steady: { checkout: 6 }
    expected: { requestsPerSecondPerPod: { checkout: { low: 150, high: 300, section: Load, words: 150-300 RPS } } }
prices:
  - { option: today, id: support, label: Vendor support, low: 100, high: 200, section: Costs }
  - { option: today, label: The server, low: 70, thing: { kind: nodes } }
  - { option: kubernetes, label: Pods, low: 30, high: 45.5, thing: { kind: workload, name: checkout } }
capacity:
  orders-db: { connections: 500, section: Limits }
facts:
  sla: { value: 0.9995, what: EKS API, see: "https://aws.amazon.com/eks/sla/" }
claims:
  - id: pods
    option: kubernetes
    section: Sizing
    words: four pods are enough
    claimed: 4
    unit: pods
    compute: { measure: pods }
  - id: cheaper
    option: kubernetes
    section: Costs
    words: about a quarter of today's cost
    claimed: 25
    unit: "%"
    compute: { product: [{ quotient: [{ prices: kubernetes }, { prices: today }] }, 100] }
  - id: most-points
    section: Scores
    words: Kubernetes wins
    claimed: [kubernetes]
    compute:
      most:
        today: { scores: today }
        serverless: { scores: serverless }
        kubernetes: { scores: kubernetes }
  - id: available
    option: kubernetes
    section: Availability
    words: 99.95 %
    claimed: 99.95
    unit: "%"
    compute: { product: [{ fact: sla }, { fact: percent }] }
  - id: latency
    option: kubernetes
    section: Load
    words: below 200 ms
    claimed: 200
    expects: below
    unit: ms
    compute: { missing: a load test }
scores:
  section: Comparison
  criteria: { cost: { weight: 2, figures: [costUsdPerMonth.high] }, operations: {} }
  options:
    today: { cost: 3, operations: 2 }
    serverless: { cost: 4, operations: 4 }
    kubernetes: { cost: 3, operations: 5 }
deviations:
  - { option: today, section: Sizing, specified: two servers, implemented: one, reason: the plan has one }
budget: { all: { pods.max: 20 }, kubernetes: { pods: { max: 8 } } }
`;

/** A folder with that review, and what it is read from. */
export function ownReview(review = REVIEW_YAML): string {
  return folderWith({
    "weighbridge.yaml": review,
    "plans/today.json": planOf(["aws_instance", "app", { instance_type: "m6i.large", ami: "ami-1" }]),
    "plans/services.json": planOf(deployment("orders", "2", "256Mi"), deployment("payments", "1", "512Mi")),
    "plans/platform.json": planOf(["aws_eks_cluster", "main", { name: "main", version: "1.33" }]),
    "deploy/checkout.yaml": CHECKOUT_YAML,
    "autoscaling.yaml": AUTOSCALER_YAML,
  });
}
