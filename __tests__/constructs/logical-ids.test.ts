import { Testing } from "cdktf";
import type { Construct } from "constructs";
import { b2bDashboard } from "../../docs/examples/datadog-b2b-dashboard";
import { travelGateway } from "../../docs/examples/dotnet-gateway";
import { stations } from "../../docs/examples/dotnet-service";
import { retiredCaches } from "../../docs/examples/dynamodb-retirement";
import { shopImages } from "../../docs/examples/harbor-project";
import { bookingTopics } from "../../docs/examples/kafka-topic-set";
import { storefrontLoad } from "../../docs/examples/load-test";
import { b2bAccount } from "../../docs/examples/mysql-account";
import { shopOnCall } from "../../docs/examples/pagerduty-rotation";
import { partnerPods } from "../../docs/examples/php-fpm-partner-pod-group";
import { brokerSingle } from "../../docs/examples/rabbitmq-durable";
import { guestbook } from "../../docs/examples/swarm-stack";
import { constructFolders } from "../helpers/constructs";
import { freshStack } from "../helpers/synth";

const DIGEST = `sha256:${"a".repeat(64)}`;
const swarm = (scope: Construct) =>
  guestbook(scope, { password: { id: "x", version: 1 }, digests: { nginx: DIGEST, postgres: DIGEST } });

/** Folder, its example, a resource type, and its logical ids: a changed id replaces the resource of every user. */
const PINNED: readonly (readonly [string, (scope: Construct) => unknown, string, string])[] = [
  ["datadog-b2b-dashboard", b2bDashboard, "datadog_dashboard_json", "B2B_770CD994"],
  ["dotnet-gateway", travelGateway, "aws_elasticache_replication_group", "Gateway_Cache_360EEA95"],
  ["dotnet-service", stations, "kubernetes_deployment_v1", "Stations_Pods_EC7DF2E7"],
  ["dynamodb-retirement", retiredCaches, "aws_iam_role_policy", "DynamoDb_Policy_050A9912"],
  ["harbor-project", shopImages, "harbor_project", "Images_2D38C313"],
  ["kafka-topic-set", bookingTopics, "kafka_topic", "Topics_bookinglifecycle_DFA74A3A"],
  ["load-test", storefrontLoad, "kubernetes_cron_job_v1", "Load_52B57D89"],
  ["mysql-account", b2bAccount, "mysql_user", "Account_0D856946"],
  ["pagerduty-rotation", shopOnCall, "pagerduty_service", "OnCall_0B2745F4"],
  ["php-fpm-partner-pod-group", partnerPods, "kubernetes_deployment_v1", "Partner_Pods_DB585B26"],
  ["rabbitmq-durable", brokerSingle, "kubernetes_stateful_set_v1", "Messaging_Broker_410517B5"],
  ["swarm-stack", swarm, "docker_service", "Guestbook_Service-web_047ED412"],
];

test.each(PINNED)("%s keeps its logical id", (_, example, type, id) => {
  const stack = freshStack();
  example(stack);
  // Without validations, which would require the providers of all examples.
  const { resource } = JSON.parse(Testing.synth(stack)) as { resource: Record<string, object> };
  expect(Object.keys(resource[type] ?? {})).toContain(id);
});

test("every construct has a pinned logical id", () => {
  expect(PINNED.map(([folder]) => folder)).toEqual(constructFolders());
});
