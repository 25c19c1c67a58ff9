/** A small review that is complete: three options, prices, claims of which some are wrong, and scores. */

const REVIEW = `# yaml-language-server: $schema=./node_modules/weighbridge/schema/review.json
# An example: three ways to run a checkout. Some claims of checkout-review.md are wrong.
schemaVersion: 1
review: checkout
title: Checkout
document: checkout-review.md
baseline: server
pricesAsOf: 2026-11-01

options:
  server: { title: One server, from: example/server.json }
  pods:
    title: Pods in a shared cluster
    from: example/pods.yaml
    steady: { checkout: 4 }
    expected: { requestsPerSecondPerPod: { checkout: { low: 80, high: 120, section: Load } } }
  own-cluster: { title: The same pods and their own cluster, from: [example/cluster.json, example/pods.yaml] }

prices:
  - { option: server, label: The server, low: 70, high: 75, thing: { kind: nodes }, section: Costs }
  - { option: server, label: Vendor support, low: 100, high: 200, section: Costs }
  - { option: pods, label: Share of the cluster, low: 25, high: 60, thing: { kind: workload, name: checkout }, section: Costs }

claims:
  - id: pods-everyday
    option: pods
    section: Sizing
    words: "two pods are enough on a normal day"
    claimed: 2
    unit: pods
    compute: { measure: pods, at: steady }
  - id: memory
    option: pods
    section: Sizing
    words: "never more than 2 GiB of memory requests"
    claimed: 2
    expects: atMost
    unit: GiB
    compute: { measure: memoryGiB.request, at: max }
  - id: cheaper
    option: pods
    section: Costs
    words: "pods cost 80 % less than the server"
    claimed: 80
    unit: "%"
    tolerance: 6
    compute: { percentLess: [{ prices: server }, { prices: pods }] }
  - id: best
    section: Scores
    words: "the server has most points"
    claimed: [server]
    compute:
      most: { server: { scores: server }, pods: { scores: pods }, own-cluster: { scores: own-cluster } }

scores:
  section: Scores
  criteria:
    cost: { weight: 2, figures: [costUsdPerMonth.high] }
    operations: { figures: [singlePointsOfFailure] }
  options:
    server: { cost: 3, operations: 2 }
    pods: { cost: 4, operations: 4 }
    own-cluster: { cost: 2, operations: 3 }

budget: { all: { pods.max: 12 } }
`;

const DOCUMENT = `# Checkout

## Sizing
Two pods are enough on a normal day, and never more than 2 GiB of memory requests.

## Load
A pod answers 80 to 120 requests per second.

## Costs
The server costs 70 to 75 USD/month and vendor support 100 to 200. Pods cost 80 % less than the server.

## Scores
The server has most points.
`;

const PODS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec:
      containers:
        - name: checkout
          image: registry.example.com/checkout:1.0
          resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { cpu: 500m, memory: 512Mi } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: 2
  maxReplicas: 10
`;

/** A plan as \`terraform show -json\` prints it. */
function plan(type: string, name: string, values: object): string {
  const resource = {
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    values,
  };
  const provider = { aws: { name: "aws", expressions: { region: { constant_value: "us-east-1" } } } };
  const document = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources: [resource] } },
    configuration: { provider_config: provider, root_module: {} },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Every file of the example, by its path. */
export const EXAMPLE: Readonly<Record<string, string>> = {
  "weighbridge.yaml": REVIEW,
  "checkout-review.md": DOCUMENT,
  "example/server.json": plan("aws_instance", "checkout", {
    instance_type: "m6i.large",
    ami: "ami-0123456789abcdef0",
  }),
  "example/pods.yaml": PODS,
  "example/cluster.json": plan("aws_eks_cluster", "shop", { name: "shop", version: "1.33" }),
};
