import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { DatadogProvider } from "@cdktf/provider-datadog/lib/provider/index.js";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider/index.js";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider/index.js";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider/index.js";
import { type App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { KafkaProvider } from "weighbridge/bindings/kafka/provider";
import { provider as rabbitmq } from "weighbridge/bindings/rabbitmq";
import { Manifests } from "weighbridge/constructs/core";
import { HarborProvider } from "weighbridge/constructs/harbor-project";
import { MysqlProvider } from "weighbridge/constructs/mysql-account";
import { PagerdutyProvider } from "weighbridge/constructs/pagerduty-rotation";
import { CloudamqpProvider } from "weighbridge/constructs/rabbitmq-durable";
import { checkoutAlerts } from "./examples/alerts.js";
import { b2bDashboard } from "./examples/datadog-b2b-dashboard.js";
import { travelGateway } from "./examples/dotnet-gateway.js";
import { stations } from "./examples/dotnet-service.js";
import { retiredCaches } from "./examples/dynamodb-retirement.js";
import { shopImages } from "./examples/harbor-project.js";
import { bookingTopics } from "./examples/kafka-topic-set.js";
import { storefrontLoad } from "./examples/load-test.js";
import { b2bAccount } from "./examples/mysql-account.js";
import { shopOnCall } from "./examples/pagerduty-rotation.js";
import { partnerPods } from "./examples/php-fpm-partner-pod-group.js";
import { brokerAmazonMq, brokerSingle, brokerTopology } from "./examples/rabbitmq-durable.js";
import { guestbook } from "./examples/swarm-stack.js";

const DIGEST = `sha256:${"a".repeat(64)}`;

/** One stack for each construct, made by the example that ships with it. */
export const STACKS: Readonly<Record<string, (scope: Construct) => unknown>> = {
  alerts: (scope) =>
    new Manifests(scope, "Alerts", {
      releaseName: "alerts",
      namespace: "monitoring",
      manifests: [checkoutAlerts()],
    }),
  "datadog-b2b-dashboard": b2bDashboard,
  "dotnet-gateway": (scope) => travelGateway(scope),
  "dotnet-service": stations,
  "dynamodb-retirement": retiredCaches,
  "harbor-project": shopImages,
  "kafka-topic-set": bookingTopics,
  "load-test": storefrontLoad,
  "mysql-account": b2bAccount,
  "pagerduty-rotation": shopOnCall,
  "php-fpm-partner-pod-group": partnerPods,
  "rabbitmq-durable": brokerSingle,
  "rabbitmq-durable-amazon-mq": brokerAmazonMq,
  "rabbitmq-durable-topology": brokerTopology,
  "swarm-stack": (scope) =>
    guestbook(scope, { password: { id: "x", version: 1 }, digests: { nginx: DIGEST, postgres: DIGEST } }),
};

/** Adds a stack per construct to an app, each with the providers of all. */
export function addStacks(app: App): void {
  for (const [name, build] of Object.entries(STACKS)) {
    const stack = new TerraformStack(app, name);
    new AwsProvider(stack, "Aws", { region: "eu-central-1" });
    new CloudamqpProvider(stack, "CloudAmqp", { apikey: "" });
    new DatadogProvider(stack, "Datadog");
    new DockerProvider(stack, "Docker");
    new HarborProvider(stack, "Harbor", { url: "https://harbor.example.com" });
    new HelmProvider(stack, "Helm");
    new KafkaProvider(stack, "Kafka", { bootstrapServers: ["localhost:9092"] });
    new KubernetesProvider(stack, "Kubernetes");
    new MysqlProvider(stack, "Mysql", { endpoint: "localhost:3306", username: "root" });
    new PagerdutyProvider(stack, "PagerDuty", { token: "" });
    new rabbitmq.RabbitmqProvider(stack, "RabbitMq", {
      endpoint: "http://localhost",
      username: "x",
      password: "",
    });
    build(stack);
  }
}
