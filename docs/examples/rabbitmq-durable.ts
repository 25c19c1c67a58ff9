import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  CloudAmqpAlarms,
  type CloudAmqpBroker,
  CRITTER_TOPOLOGY,
  RabbitMqDurable,
  RabbitMqTopology,
} from "../../constructs/rabbitmq-durable";

/** Three nodes for Critter Supply, run by the operator. */
export function critterCluster(scope: Construct): RabbitMqDurable {
  // #region cluster
  return new RabbitMqDurable(scope, "Messaging", {
    mode: "cluster",
    namespace: "critter",
    name: "messaging",
    storageGiB: 20,
    tlsSecret: "messaging-tls",
    clients: [{ labels: { "app.kubernetes.io/part-of": "critter-supply" } }],
    managers: [{ cidr: "10.40.0.0/28" }],
    scrapers: [{ namespace: "monitoring" }],
  });
  // #endregion
}

/** The same queues on any broker, from a stack that starts when the broker is there. */
export function critterTopology(scope: Construct): RabbitMqTopology {
  // #region topology
  return new RabbitMqTopology(scope, "Topology", {
    ...CRITTER_TOPOLOGY,
    users: [{ name: "orders", existing: true }],
    permissions: [{ user: "orders", publish: ["critter.events"], consume: ["orders"] }],
  });
  // #endregion
}

/** The review's week-1 fix: one node that keeps its messages over a restart. */
export function critterSingle(scope: Construct): RabbitMqDurable {
  // #region single
  return new RabbitMqDurable(scope, "Messaging", {
    mode: "single",
    namespace: "critter",
    name: "messaging",
    adminSecret: "messaging-admin",
    clients: [{ labels: { "app.kubernetes.io/part-of": "critter-supply" } }],
  });
  // #endregion
}

/** Three nodes as a service of AWS. */
export function critterAmazonMq(scope: Construct): RabbitMqDurable {
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
export function critterCloudAmqp(scope: Construct): RabbitMqDurable {
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

/** Alarms of CloudAMQP's own, since no Prometheus of a cluster reaches its nodes. */
export function critterAlarms(scope: Construct): CloudAmqpAlarms {
  const broker = critterCloudAmqp(scope).broker as CloudAmqpBroker;
  const integrationKey = new TerraformVariable(scope, "pagerduty_key", { type: "string", sensitive: true });
  // #region alarms
  return new CloudAmqpAlarms(scope, "QueueAlarms", {
    broker,
    virtualHost: "critter-supply",
    alarms: [
      { name: "dead-letters", queues: ["dead-letters"], messages: 1, seconds: 60, tells: "pagerduty" },
    ],
    recipients: { pagerduty: integrationKey.stringValue },
  });
  // #endregion
}
