import {
  CloudAmqpAlarms,
  type CloudAmqpAlarmsProps,
  type CloudAmqpBroker,
  CloudamqpProvider,
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
      { name: "dead-letters", queues: ["dead-letters"], messages: 1, seconds: 60 },
      { name: "queue-backlog", queues: ["orders", "payments"], messages: 1000, seconds: 300 },
    ],
    recipient: { type: "pagerduty", value: "${var.key}" },
    ...props,
  });
}

test("alarms are on single queues of one virtual host, and tell the recipient", () => {
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
  expect(json.only("cloudamqp_notification")).toMatchObject({ type: "pagerduty", value: "${var.key}" });
  for (const alarm of json.all("cloudamqp_alarm"))
    expect(at(alarm, "recipients.0")).toMatch(/^\$\{cloudamqp_notification\./);
});

test("says that the state keeps what they are sent with", () => {
  expect(warnings(alarms())).toEqual([expect.stringContaining("cloudamqp_notification has no write-only")]);
});

test("fails when an alarm would always ring", () => {
  const never = [{ name: "any", queues: ["orders"], messages: 0, seconds: 60 }];
  expect(refusal(() => alarms({ alarms: never }))).toMatchObject({
    code: "OutOfRange",
    message: expect.stringContaining("Stack/Alarms: 'any.messages' must be"),
  });
});
