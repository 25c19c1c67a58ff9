import { oldTopic, queue, queueAlarm, quota, topic, topics, user } from "../numeric-prop-builders";
import { cloudAmqp, cluster, single } from "../rabbitmq-brokers";
import { build as topology } from "../rabbitmq-topologies";
import { between, least, type NumericCases } from "./messages";

const LEADER = "must be at least 1, got 0; include the leader";

/** Brokers, queues and topics. */
export const MESSAGING_CASES: NumericCases = {
  "CloudAmqpBrokerProps.vpcId": [
    (vpcId) => cloudAmqp({ vpcId }),
    0,
    "'vpcId' must be at least 1, got 0; give the 'id' of a cloudamqp_vpc",
  ],
  "ClusterBrokerProps.replicas": [
    (replicas) => cluster({ replicas }),
    2,
    `'replicas' must be at least 3, got 2; give 3, or use mode "single"`,
  ],
  "ClusterBrokerProps.terminationGraceSeconds": [
    (terminationGraceSeconds) => cluster({ terminationGraceSeconds }),
    59,
    between("terminationGraceSeconds", 60, 604_800, 59),
  ],
  "KafkaTopicSetProps.replicationFactor": [
    (replicationFactor) => topics({ replicationFactor }),
    0,
    `'replicationFactor' ${LEADER}`,
  ],
  "KubernetesBrokerProps.storageGiB": [(storageGiB) => single({ storageGiB }), 0, least("storageGiB", 1)],
  "OldTopic.partitions": [
    oldTopic("partitions"),
    0,
    "'migration.oldTopics[0].partitions' must be at least 1, got 0; count them in the audit",
  ],
  "OldTopic.replicationFactor": [
    oldTopic("replicationFactor"),
    0,
    `'migration.oldTopics[0].replicationFactor' ${LEADER}`,
  ],
  "PolicySpec.priority": [
    (priority) =>
      topology({ policies: [{ name: "p", pattern: ".*", applyTo: "queues", definition: {}, priority }] }),
    -1,
    between("policies[0].priority", 0, 99, -1),
  ],
  "QueueAlarm.messages": [queueAlarm("messages"), 0, least("backlog.messages", 1)],
  "QueueAlarm.seconds": [queueAlarm("seconds"), 0, least("backlog.seconds", 1)],
  "QueueSpec.deliveryLimit": [
    queue("deliveryLimit"),
    -2,
    "'queues[0].deliveryLimit' must be at least -1, got -2; -1 is unlimited",
  ],
  "QueueSpec.maxLength": [
    queue("maxLength"),
    0,
    "'queues[0].maxLength' must be at least 1, got 0; omit it for no limit",
  ],
  "QueueSpec.messageTtlMs": [
    queue("messageTtlMs"),
    0,
    "'queues[0].messageTtlMs' must be at least 1, got 0; omit it for no expiry",
  ],
  "RabbitMqTopologyProps.rabbitMqMajor": [
    (rabbitMqMajor) => topology({ rabbitMqMajor }),
    5,
    between("rabbitMqMajor", 3, 4, 5),
  ],
  "ScramUser.iterations": [user("iterations"), 4095, between("users[0].iterations", 4096, 16_384, 4095)],
  "ScramUser.passwordRevision": [user("passwordRevision"), 0, least("users[0].passwordRevision", 1)],
  "TopicSpec.deleteRetentionMs": [
    (deleteRetentionMs) =>
      topics({ topics: [{ name: "a", partitions: 1, cleanupPolicy: "compact", deleteRetentionMs }] }),
    -1,
    least("topics[0].deleteRetentionMs", 0),
  ],
  "TopicSpec.minInsyncReplicas": [topic("minInsyncReplicas"), 0, `'topics[0].minInsyncReplicas' ${LEADER}`],
  "TopicSpec.partitions": [
    topic("partitions"),
    0,
    "'topics[0].partitions' must be at least 1, got 0; give the topic at least one",
  ],
  "TopicSpec.retentionMs": [
    topic("retentionMs"),
    -2,
    "'topics[0].retentionMs' must be at least -1, got -2; -1 is unlimited",
  ],
  "UserQuota.consumerBytesPerSecond": [
    quota("consumerBytesPerSecond"),
    0,
    least("quotas[0].consumerBytesPerSecond", 1),
  ],
  "UserQuota.producerBytesPerSecond": [
    quota("producerBytesPerSecond"),
    0,
    least("quotas[0].producerBytesPerSecond", 1),
  ],
  "UserQuota.requestPercent": [quota("requestPercent"), 0, least("quotas[0].requestPercent", 0.01, 0)],
};
