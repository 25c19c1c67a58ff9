import { folderWith } from "./own-review";

/** A Deployment of one container, as YAML. */
export function deploymentYaml(name: string, replicas: number, cpu: string, memory: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: "${name}:1", resources: { requests: { cpu: ${cpu}, memory: ${memory} }, limits: { memory: ${memory} } } }]
---
`;
}

/** A policy: only these may connect to the pods of db. */
export function dbPolicy(...apps: readonly string[]): string {
  const from = apps.map((app) => `{ podSelector: { matchLabels: { app: ${app} } } }`).join(", ");
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  ingress: [{ from: [${from}], ports: [{ port: 5432 }] }]
---
`;
}

const REVIEW = `schemaVersion: 1
review: corner
title: Corner shop
document: review.md
options: { kubernetes: { title: Kubernetes, from: pr/kubernetes/ }, spare: { title: Spare, from: pr/spare.yaml } }
claims:
  - { id: few-pods, option: kubernetes, section: Size, words: "at most three pods", claimed: 3, expects: atMost, unit: pods, compute: { measure: pods } }
  - { id: one-gib, option: spare, section: Size, words: "one pod", claimed: 1, unit: pods, compute: { measure: pods } }
`;

/**
 * A folder with both sides of a shop: `main` requests 3 pods, 1 core and 1.5 GiB, `pr` 6 pods, 1.6 cores and 3.125 GiB,
 * and lets the cache connect to db. `spare` is the same on both.
 */
export function shopSides(): string {
  const spare = deploymentYaml("spare", 1, "100m", "128Mi");
  const db = deploymentYaml("db", 1, "500m", "1Gi");
  return folderWith({
    "weighbridge.yaml": REVIEW,
    "review.md": "# Size\n\nat most three pods, one pod\n",
    "main/kubernetes/all.yaml": deploymentYaml("api", 2, "250m", "256Mi") + db + dbPolicy("api"),
    "main/spare.yaml": spare,
    "pr/kubernetes/all.yaml":
      deploymentYaml("api", 4, "250m", "512Mi") +
      db +
      deploymentYaml("cache", 1, "100m", "128Mi") +
      dbPolicy("api", "cache"),
    "pr/spare.yaml": spare,
  });
}
