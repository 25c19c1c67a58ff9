import { TerraformOutput, TerraformVariable } from "cdktf";
import { CRITTER, CRITTER_RABBITMQ, type Cycle } from "../../config/reviews/002-critter-supply/application";
import { CRITTER_TOPOLOGY } from "../../config/reviews/002-critter-supply/application/topology";
import { findAlerts } from "../../constructs/alerts";
import { secretVariable } from "../../constructs/core";
import { PagerDutyRotation, PagerdutyProvider } from "../../constructs/pagerduty-rotation";
import {
  CloudAmqpAlarms,
  type CloudAmqpBroker,
  CloudamqpProvider,
  type QueueAlarm,
  RabbitMqDurable,
  type Recipient,
} from "../../constructs/rabbitmq-durable";
import type { OptionStack } from "../stack";
import { pagesBy } from "./cloud";

/** "3-user rotation". */
const PEOPLE = 3;

/** When the first turn began: fixed, so that turns do not move. Chosen: the Monday after the review. */
const FIRST_TURN = "2026-02-23T09:00:00Z";

/** Whom alerts reach; each value is a reference. */
export interface Receivers {
  /** Webhook of the channel. */
  readonly slackWebhook: string;
  /** Integration key; from cycle 21 on. */
  readonly pagerDutyKey?: string;
  /** On call, for senders that need an integration of their own; from cycle 21 on. */
  readonly rotation?: PagerDutyRotation;
}

/** What both parts of a platform outside of the cloud hand over; all are references. */
export interface Outside {
  /** `amqps://` URL of the broker, with its password. */
  readonly rabbitMqUrl: string;
  readonly receivers: Receivers;
}

/**
 * What is the same on every cloud and is in none of them: the broker of CloudAMQP with its alarms, and whom those
 * reach.
 * @param region of the broker, as CloudAMQP calls it
 * @see 002_3f566cf14e5265d2.txt, decisions 2 and 4
 */
export function addOutside(stack: OptionStack, region: string, cycle: Cycle): Outside {
  const receivers = addReceivers(stack, cycle);
  const { plan, version } = CRITTER_RABBITMQ.managed;
  new CloudamqpProvider(stack, "CloudAmqp", {
    apikey: secretVariable(stack, "cloudamqp_apikey", "API key of the CloudAMQP team"),
  });
  const broker = new RabbitMqDurable(stack, "Messaging", {
    mode: "cloudAmqp",
    name: `${CRITTER.name}-${stack.environment.name}`,
    plan,
    region,
    rabbitMqVersion: version,
    tags: [stack.environment.name],
    preventDestroy: stack.environment.keepsData,
  }).broker as CloudAmqpBroker;
  const { slackWebhook, pagerDutyKey } = receivers;
  new CloudAmqpAlarms(stack, "QueueAlarms", {
    broker,
    virtualHost: CRITTER_TOPOLOGY.vhost,
    alarms: queueAlarms(pagesBy(cycle)),
    recipients: {
      slack: slackWebhook,
      ...(pagerDutyKey !== undefined && { pagerduty: pagerDutyKey }),
    },
  });
  new TerraformOutput(stack, "rabbitmq_endpoint", { value: `https://${broker.host}` });
  return { rabbitMqUrl: broker.resource.url, receivers };
}

function addReceivers(stack: OptionStack, cycle: Cycle): Receivers {
  // Not ephemeral: CloudAMQP's resource has no write-only argument, and says so at synth.
  const webhook = new TerraformVariable(stack, "slack_webhook", {
    type: "string",
    sensitive: true,
    description: "Webhook of the Slack channel #critter-alerts",
  });
  const slackWebhook = webhook.stringValue;
  if (pagesBy(cycle) === "slack") return { slackWebhook };
  const emails = stack.input("oncall_emails", "list(string)", "Addresses of the three who take turns");
  emails.addValidation({
    condition: `\${length(var.oncall_emails) == ${PEOPLE}}`,
    errorMessage: `oncall_emails must be ${PEOPLE} addresses.`,
  });
  new PagerdutyProvider(stack, "PagerDuty", {
    token: secretVariable(stack, "pagerduty_token", "REST API key of the PagerDuty account"),
  });
  const rotation = new PagerDutyRotation(stack, "OnCall", {
    name: `${CRITTER.name}-${stack.environment.name}`,
    emails: Array.from({ length: PEOPLE }, (_, index) => `\${var.oncall_emails[${index}]}`),
    start: FIRST_TURN,
  });
  return { slackWebhook, pagerDutyKey: rotation.integrationKey, rotation };
}

/** The catalogue's alerts on queues, of which more than none is one message. */
function queueAlarms(pager: Recipient): readonly QueueAlarm[] {
  const deadLetterExchanges = CRITTER_TOPOLOGY.queues.map(({ deadLetterExchange }) => deadLetterExchange);
  const dead = (CRITTER_TOPOLOGY.bindings ?? [])
    .filter(({ exchange }) => deadLetterExchanges.includes(exchange))
    .map(({ queue }) => queue);
  const work = CRITTER_TOPOLOGY.queues.map(({ name }) => name).filter((name) => !dead.includes(name));
  const queues: Readonly<Record<string, readonly string[]>> = { "dead-letters": dead, "queue-backlog": work };
  return findAlerts(Object.keys(queues)).map(({ id, condition: { thresholds }, windowSeconds }) => ({
    name: id,
    queues: queues[id] ?? [],
    messages: Math.max(1, thresholds.critical ?? thresholds.warning ?? 1),
    seconds: windowSeconds,
    recipient: thresholds.critical === undefined ? "slack" : pager,
  }));
}

/**
 * What Npgsql connects with. The password must have neither quotes nor semicolons.
 * @param sslMode `VerifyFull` where the server's certificate is of a public authority
 */
export function postgresConnection(
  host: string,
  password: string,
  sslMode: "Require" | "VerifyFull",
): string {
  const { name, user, port } = CRITTER.database;
  return [
    `Host=${host}`,
    `Port=${port}`,
    `Database=${name}`,
    `Username=${user}`,
    `Password=${password}`,
    `SSL Mode=${sslMode}`,
  ].join(";");
}

/** The password of the database's user, ephemeral. */
export function databasePassword(stack: OptionStack): string {
  const description = `Password of the database user ${CRITTER.database.user}, without quotes and semicolons`;
  return secretVariable(stack, "database_password", description);
}

/** What the kubelet pulls from GitHub's registry with, ephemeral. */
export function registryLogin(stack: OptionStack): string {
  return secretVariable(stack, "registry_dockerconfigjson", "Content of a .dockerconfigjson for ghcr.io");
}
