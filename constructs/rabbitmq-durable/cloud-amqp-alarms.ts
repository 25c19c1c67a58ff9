import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { requireInteger } from "../core/validate";
import { CloudamqpAlarm } from "./bindings/cloudamqp-alarm";
import { CloudamqpNotification } from "./bindings/cloudamqp-notification";
import type { CloudAmqpBroker } from "./cloud-amqp-broker";
import { exactly } from "./names";

/** What is watched of one or several queues. */
export interface QueueAlarm {
  /** Part of its id, unique among the alarms. */
  readonly name: string;
  readonly queues: readonly string[];
  /** Messages that wait in one of them. */
  readonly messages: number;
  /** For how long, in seconds. */
  readonly seconds: number;
}

/** Properties for `CloudAmqpAlarms`. */
export interface CloudAmqpAlarmsProps {
  readonly broker: CloudAmqpBroker;
  readonly virtualHost: string;
  readonly alarms: readonly QueueAlarm[];
  /** Whom they tell. The key or webhook is kept in the state, by two resources. */
  readonly recipient: { readonly type: "pagerduty" | "slack"; readonly value: string };
}

/**
 * CloudAMQP's own alarms on queues: its nodes stand where no Prometheus of a cluster scrapes.
 * @see https://www.cloudamqp.com/docs/alarms.html
 */
export class CloudAmqpAlarms extends Construct {
  /** @throws ValidationError `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: CloudAmqpAlarmsProps) {
    super(scope, id);
    const { broker, virtualHost, alarms, recipient } = props;
    const instanceId = broker.resource.instanceId;
    const { type, value } = recipient;
    const notification = new CloudamqpNotification(this, "Recipient", {
      instanceId,
      name: type,
      type,
      value,
    });
    for (const { name, queues, messages, seconds } of alarms) {
      requireInteger(this, `${name}.messages`, messages, { min: 1 });
      requireInteger(this, `${name}.seconds`, seconds, { min: 1 });
      new CloudamqpAlarm(this, name, {
        instanceId,
        valueThreshold: messages,
        timeThreshold: seconds,
        vhostRegex: exactly([virtualHost]),
        queueRegex: exactly(queues),
        recipients: [notification.id],
      });
    }
    Annotations.of(this).addWarning(
      `the state keeps what the alarms reach ${type} with: cloudamqp_notification has no write-only argument; ` +
        "encrypt the state",
    );
  }
}
