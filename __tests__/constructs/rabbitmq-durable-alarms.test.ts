import {
  CloudAmqpAlarms,
  type CloudAmqpAlarmsProps,
  type CloudAmqpBroker,
  CloudamqpProvider,
  type QueueAlarm,
  RabbitMqDurable,
} from "../../constructs/rabbitmq-durable";
import { at, freshStack, refusal, synth, warnings } from "../helpers/synth";

function alarms(props: Partial<CloudAmqpAlarmsProps> = {}): CloudAmqpAlarms {
  const stack = freshStack();
  new CloudamqpProvider(stack, "CloudAmqp", {});
  const { broker } = new RabbitMqDurable(stack, "Messaging", {
    mode: "cloudAmqp",
    name: "messaging",
    plan: "bunny-3",
    region: "amazon-web-services::us-east-1",
  });
  return new CloudAmqpAlarms(stack, "Alarms", {
    broker: broker as CloudAmqpBroker,
    virtualHost: "critter.supply",
    alarms: [
      { name: "dead-letters", queues: ["dead-letters"], messages: 1, seconds: 60, recipient: "pagerduty" },
      {
        name: "queue-backlog",
        queues: ["orders", "payments"],
        messages: 1000,
        seconds: 300,
        recipient: "slack",
      },
    ],
    recipients: { pagerduty: "${var.key}", slack: "${var.webhook}" },
    ...props,
  });
}

test("alarms are on single queues of one virtual host, and notify the recipient", () => {
  const json = synth(alarms());
  expect(json.all("cloudamqp_alarm")).toEqual([
    expect.objectContaining({
      type: "queue",
      enabled: true,
      message_type: "ready",
      value_threshold: 1,
      time_threshold: 60,
      vhost_regex: "^critter\\.supply$",
      queue_regex: "^dead-letters$",
    }),
    expect.objectContaining({
      value_threshold: 1000,
      time_threshold: 300,
      queue_regex: "^(orders|payments)$",
    }),
  ]);
  expect(json.all("cloudamqp_notification")).toMatchObject([
    { type: "pagerduty", value: "${var.key}" },
    { type: "slack", value: "${var.webhook}" },
  ]);
  expect(json.all("cloudamqp_alarm").map((alarm) => at(alarm, "recipients.0"))).toEqual([
    expect.stringContaining("pagerduty"),
    expect.stringContaining("slack"),
  ]);
});

test("warns that the state contains the credentials of the recipients", () => {
  expect(warnings(alarms())).toEqual([expect.stringContaining("cloudamqp_notification has no write-only")]);
});

test("fails when an alarm would always ring", () => {
  const never: QueueAlarm[] = [
    { name: "any", queues: ["orders"], messages: 0, seconds: 60, recipient: "slack" },
  ];
  expect(refusal(() => alarms({ alarms: never }))).toMatchObject({
    code: "OutOfRange",
    message: expect.stringContaining("Stack/Alarms: 'any.messages' must be"),
  });
});

test("fails for a recipient without credentials", () => {
  expect(refusal(() => alarms({ recipients: { pagerduty: "${var.key}" } }))).toEqual({
    code: "Missing",
    message:
      "Stack/Alarms: 'queue-backlog.recipient' must be among the recipients, got \"slack\"; give 'slack' in 'recipients'",
  });
});
