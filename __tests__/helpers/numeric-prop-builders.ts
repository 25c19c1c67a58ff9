import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DatadogProvider } from "@cdktf/provider-datadog/lib/provider";
import { TerraformStack } from "cdktf";
import {
  type AlertSubject,
  datadogMonitor,
  datadogQuery,
  findAlerts,
  isUnseen,
  prometheusExpression,
  SIGNALS,
} from "../../constructs/alerts";
import { canaryRoute, Manifests, type PodGroupProps } from "../../constructs/core";
import { DatadogB2BDashboard, type DatadogB2BDashboardProps } from "../../constructs/datadog-b2b-dashboard";
import { RedisCache, type TokenKeyring } from "../../constructs/dotnet-gateway";
import { HarborProject } from "../../constructs/harbor-project";
import { KafkaTopicSet, type KafkaTopicSetProps } from "../../constructs/kafka-topic-set";
import { LoadTest } from "../../constructs/load-test";
import { MysqlAccount, type MysqlAccountProps } from "../../constructs/mysql-account";
import { PagerDutyRotation } from "../../constructs/pagerduty-rotation";
import { CloudAmqpAlarms, type CloudAmqpBroker } from "../../constructs/rabbitmq-durable";
import type { SwarmService } from "../../constructs/swarm-stack";
import { gateway } from "./gateway";
import { type Props as PartnerProps, build as partner } from "./partner-pod-group";
import { podGroup } from "./pod-group";
import { cloudAmqp } from "./rabbitmq-brokers";
import { build as topology } from "./rabbitmq-topologies";
import { SERVICE, swarm } from "./swarm";
import { freshStack } from "./synth";

const BUDGET = {
  cpuRequestMillicores: 200,
  cpuLimitMillicores: 800,
  memoryRequestMi: 256,
  memoryLimitMi: 512,
};
export const SCALING = { minReplicas: 2, maxReplicas: 5, cpuPercent: 60 };

export const pods = (key: string) => (value: number) => podGroup({ [key]: value });
export const scaled = (key: string) => (value: number) => podGroup({ scaling: { ...SCALING, [key]: value } });
/** A group with its custom resources, which Terraform is given too. */
function withManifests(props: Partial<PodGroupProps>) {
  const group = podGroup(props);
  const place = { releaseName: "api", namespace: "shop", manifests: group.manifests };
  new Manifests(TerraformStack.of(group), "CustomResources", place);
  return group;
}
export const rollout = (key: string) => (value: number) =>
  withManifests({ canary: { rollout: { [key]: key.startsWith("further") ? [value] : value } } });
export const fpm = (key: keyof PartnerProps) => (value: number) => partner({ [key]: value });
export const opcache = (key: string) => (value: number) => partner({ opcache: { [key]: value } });
export const dotnet = (key: string) => (value: number) => gateway({ [key]: value });
export const upstream = (key: string) => (value: number) =>
  gateway({ upstream: { budget: 1000, [key]: value } });
export const keyring = (key: keyof TokenKeyring) => (value: number) =>
  gateway({ keyring: { activeKid: "a", kids: ["a"], tokenTtlSeconds: 600, [key]: value } });
export const budget = (key: string) => (value: number) => gateway({ resources: { ...BUDGET, [key]: value } });

const TOPIC = { name: "events", partitions: 6, cleanupPolicy: "delete", retentionMs: 1000 } as const;
export const topics = (props: Partial<KafkaTopicSetProps>) =>
  new KafkaTopicSet(freshStack(), "Topics", { topics: [TOPIC], ...props });
export const topic = (key: string) => (value: number) => topics({ topics: [{ ...TOPIC, [key]: value }] });
export const oldTopic = (key: string) => (value: number) =>
  topics({ migration: { phase: "audit", oldTopics: [{ name: "Old", partitions: 1, [key]: value }] } });
export const user = (key: string) => (value: number) => topics({ users: [{ name: "a", [key]: value }] });
export const quota = (key: string) => (value: number) =>
  topics({ quotas: [{ principal: "User:a", [key]: value }] });

export const queue = (key: string) => (value: number) =>
  topology({ queues: [{ name: "orders", [key]: value }] });
export const service = (key: string) => (value: number) =>
  swarm({ services: [{ ...SERVICE, [key]: value } as SwarmService] });
export const health = (key: string) => (value: number) =>
  swarm({ services: [{ ...SERVICE, healthCheck: { ...SERVICE.healthCheck, [key]: value } }] });
export const port = (key: string) => (value: number) =>
  swarm({ services: [{ ...SERVICE, ports: [{ target: 80, published: 80, [key]: value }] }] });

export const robot = (key: string) => (value: number) =>
  new HarborProject(freshStack(), "Images", {
    name: "ecommerce",
    robots: [{ name: "ci", may: "push", secret: "${var.secret}", [key]: value }],
  });
export const harbor = (storageGiB: number) =>
  new HarborProject(freshStack(), "Images", {
    name: "ecommerce",
    robots: [{ name: "ci", may: "push", secret: "${var.secret}" }],
    storageGiB,
  });

const MYSQL: MysqlAccountProps = {
  user: "b2b",
  password: "${var.password}",
  hosts: ["10.0.0.1"],
  hostCount: 3,
  connectionBudget: 80,
  database: "f3",
};
export const mysql = (key: string) => (value: number) =>
  new MysqlAccount(freshStack(), "Account", { ...MYSQL, [key]: value });

const B2B: DatadogB2BDashboardProps = {
  service: "f3",
  environment: "production",
  endpoints: [{ resource: "GET /search", stage: "search" }],
  team: { name: "b2b", pagerDutyService: "b2b-api", slackChannel: "b2b-alerts" },
  runbookBaseUrl: "https://docs.example.test",
  businessHours: { timezone: "Asia/Bangkok", since: "2026-01-05" },
};
export function b2b(props: Partial<DatadogB2BDashboardProps>) {
  const stack = freshStack();
  new DatadogProvider(stack, "Datadog", {});
  return new DatadogB2BDashboard(stack, "B2B", { ...B2B, ...props });
}
export const hours = (key: string) => (value: number) =>
  b2b({ businessHours: { ...B2B.businessHours, [key]: value } });
export const objective = (key: string) => (value: number) => b2b({ objectives: { [key]: value } });

export function alert(id: string, subject: Partial<AlertSubject>) {
  const [found] = findAlerts([id]);
  if (found === undefined) throw new Error(`no alert ${id}`);
  const whole = { service: "f3", namespace: "f3", container: "f3", environment: "production", ...subject };
  const isUnseenThere = isUnseen(SIGNALS[found.condition.signal].prometheus);
  return isUnseenThere ? datadogQuery(found, whole) : prometheusExpression(found, whole);
}

export function monitor(renotifyMinutes: number) {
  const [found] = findAlerts(["fpm-queue"]);
  if (found === undefined) throw new Error("no alert fpm-queue");
  const route = { page: "@pagerduty-b2b", read: "@slack-b2b" };
  const subject = { service: "f3", environment: "production" };
  return datadogMonitor(found, {
    subject,
    route,
    runbookBaseUrl: "https://docs.example.test",
    renotifyMinutes,
  });
}

export function cache(nodes: number) {
  const stack = freshStack();
  new AwsProvider(stack, "Aws", {});
  const place = { vpcId: "vpc-1", subnetIds: ["a", "b"], clientCidrs: [] };
  return new RedisCache(stack, "Cache", { name: "locks", nodeType: "cache.t4g.small", ...place, nodes });
}

export const route = (key: string) => (value: number) => {
  const gatewayOf = { name: "shared", namespace: "gateways" };
  const parts = { name: "api", namespace: "shop", gateway: gatewayOf, host: "api.example.com", paths: [] };
  const stack = freshStack();
  const manifest = canaryRoute(stack, { ...parts, [key]: value });
  return new Manifests(stack, "Routes", { releaseName: "api", namespace: "shop", manifests: [manifest] });
};

export const loadTest = (deadlineSeconds: number) => {
  const parts = { namespace: "shop", name: "load", partOf: "shop", script: "", environment: {}, egress: [] };
  return new LoadTest(freshStack(), "Load", { ...parts, deadlineSeconds });
};

export const rotation = (key: string) => (value: number) => {
  const people = { emails: ["a@example.com", "b@example.com"], start: "2026-01-05T09:00:00Z" };
  return new PagerDutyRotation(freshStack(), "OnCall", { name: "shop", ...people, [key]: value });
};

export const queueAlarm = (key: string) => (value: number) => {
  const { broker } = cloudAmqp();
  return new CloudAmqpAlarms(TerraformStack.of(broker), "Alarms", {
    broker: broker as CloudAmqpBroker,
    virtualHost: "shop",
    alarms: [
      { name: "backlog", queues: ["orders"], messages: 1, seconds: 1, recipient: "slack", [key]: value },
    ],
    recipients: { slack: "${var.hook}" },
  });
};
