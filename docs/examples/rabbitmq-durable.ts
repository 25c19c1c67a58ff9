import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  CloudAmqpAlarms,
  type CloudAmqpBroker,
  RabbitMqDurable,
  RabbitMqTopology,
} from "weighbridge/constructs/rabbitmq-durable";

/** Three nodes, run by the RabbitMQ Cluster Operator. */
export function brokerCluster(scope: Construct): RabbitMqDurable {
  // #region cluster
  return new RabbitMqDurable(scope, "Messaging", {
    mode: "cluster",
    namespace: "shop",
    name: "messaging",
    storageGiB: 20,
    tlsSecret: "messaging-tls",
    clients: [{ labels: { "app.kubernetes.io/part-of": "shop" } }],
    managers: [{ cidr: "10.40.0.0/28" }],
    scrapers: [{ namespace: "monitoring" }],
  });
  // #endregion
}

/** Queues on any broker, from a stack that is applied when the broker exists. */
export function brokerTopology(scope: Construct): RabbitMqTopology {
  // #region topology
  return new RabbitMqTopology(scope, "Topology", {
    vhost: "shop",
    exchanges: [
      { name: "shop.events", type: "topic" },
      { name: "shop.dead-letters", type: "fanout" },
    ],
    queues: [
      { name: "orders", maxLength: 100_000, deadLetterExchange: "shop.dead-letters" },
      { name: "dead-letters" },
    ],
    bindings: [
      { exchange: "shop.events", queue: "orders", routingKey: "order.#" },
      { exchange: "shop.dead-letters", queue: "dead-letters" },
    ],
    users: [{ name: "orders", existing: true }],
    permissions: [{ user: "orders", publish: ["shop.events"], consume: ["orders"] }],
  });
  // #endregion
}

/** One node that keeps its messages across a restart. */
export function brokerSingle(scope: Construct): RabbitMqDurable {
  // #region single
  return new RabbitMqDurable(scope, "Messaging", {
    mode: "single",
    namespace: "shop",
    name: "messaging",
    adminSecret: "messaging-admin",
    clients: [{ labels: { "app.kubernetes.io/part-of": "shop" } }],
  });
  // #endregion
}

/** Three nodes as a service of AWS. */
export function brokerAmazonMq(scope: Construct): RabbitMqDurable {
  // #region amazon-mq
  const password = new TerraformVariable(scope, "rabbitmq_password", { type: "string", sensitive: true });
  return new RabbitMqDurable(scope, "Messaging", {
    mode: "amazonMq",
    name: "messaging",
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"],
    clientCidrs: ["10.40.0.0/20"],
    admin: { username: "admin", password: password.stringValue },
  });
  // #endregion
}

/** Three nodes as a service of CloudAMQP, on Azure. */
export function brokerCloudAmqp(scope: Construct): RabbitMqDurable {
  // #region cloudamqp
  return new RabbitMqDurable(scope, "Messaging", {
    mode: "cloudAmqp",
    name: "messaging",
    plan: "bunny-3",
    region: "azure-arm::westeurope",
    rabbitMqVersion: "4.2.6",
  });
  // #endregion
}

/** CloudAMQP's own alarms, since no Prometheus of a cluster reaches its nodes. */
export function brokerAlarms(scope: Construct): CloudAmqpAlarms {
  const broker = brokerCloudAmqp(scope).broker as CloudAmqpBroker;
  const integrationKey = new TerraformVariable(scope, "pagerduty_key", { type: "string", sensitive: true });
  // #region alarms
  return new CloudAmqpAlarms(scope, "QueueAlarms", {
    broker,
    virtualHost: "shop",
    alarms: [
      { name: "dead-letters", queues: ["dead-letters"], messages: 1, seconds: 60, recipient: "pagerduty" },
    ],
    recipients: { pagerduty: integrationKey.stringValue },
  });
  // #endregion
}
