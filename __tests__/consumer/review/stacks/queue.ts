import { HelmProvider } from "@cdktf/provider-helm/lib/provider/index.js";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider/index.js";
import { type App, TerraformStack } from "cdktf";
import { RabbitMqDurable } from "weighbridge/constructs/rabbitmq-durable";

/** A construct of Weighbridge in a stack of one's own. */
export function addTo(app: App): void {
  const stack = new TerraformStack(app, "queue");
  new KubernetesProvider(stack, "Kubernetes", {});
  new HelmProvider(stack, "Helm", {});
  new RabbitMqDurable(stack, "Messaging", {
    mode: "single",
    namespace: "shop",
    name: "messaging",
    adminSecret: "messaging-admin",
    clients: [{ labels: { "app.kubernetes.io/part-of": "shop" } }],
  });
}
