export type { PermissionSpec, UserSpec } from "./access";
export type { AmazonMqBroker, AmazonMqBrokerProps } from "./amazon-mq-broker";
export { CloudamqpProvider, type CloudamqpProviderConfig } from "./bindings/cloudamqp-provider";
export {
  CloudAmqpAlarms,
  type CloudAmqpAlarmsProps,
  type QueueAlarm,
  type Recipient,
} from "./cloud-amqp-alarms";
export type { CloudAmqpBroker, CloudAmqpBrokerProps } from "./cloud-amqp-broker";
export type { ClusterBroker, ClusterBrokerProps } from "./cluster-broker";
export { rabbitMqDefinitions } from "./definitions";
export type { KubernetesBrokerProps } from "./kubernetes-broker";
export type { PolicySpec } from "./policy-spec";
export type { DeadLetterStrategy, Overflow, QueueSpec, QueueType } from "./queue-spec";
export { RabbitMqDurable, type RabbitMqDurableProps, type TopologyOptions } from "./rabbitmq-durable";
export { RabbitMqTopology, type RabbitMqTopologyProps, type Topology } from "./rabbitmq-topology";
export type { BindingSpec, ExchangeSpec } from "./routing";
export type { SingleBroker, SingleBrokerProps } from "./single-broker";
