import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1/index.js";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider/index.js";
import { type App, TerraformStack } from "cdktf";

/** A stack with three pods. */
export function addTo(app: App): void {
  const stack = new TerraformStack(app, "pods");
  new KubernetesProvider(stack, "Kubernetes", {});
  const labels = { app: "orders" };
  const resources = { requests: { cpu: "250m", memory: "256Mi" }, limits: { memory: "256Mi" } };
  new DeploymentV1(stack, "Orders", {
    metadata: { name: "orders" },
    spec: {
      replicas: "3",
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { container: [{ name: "orders", image: "php:8.4-fpm", resources }] },
      },
    },
  });
}
