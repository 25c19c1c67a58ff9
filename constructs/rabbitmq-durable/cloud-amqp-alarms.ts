import { Construct } from "constructs";
import { refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import { warn } from "../core/warn";
import { CloudamqpAlarm } from "./bindings/cloudamqp-alarm";
import { CloudamqpNotification } from "./bindings/cloudamqp-notification";
import type { CloudAmqpBroker } from "./cloud-amqp-broker";
import { exactly } from "./names";

/** One alarm on one or several queues. */
export interface QueueAlarm {
  /** Part of the construct id, unique among the alarms. */
  readonly name: string;
  readonly queues: readonly string[];
  /** Threshold: messages that wait in one of the queues. */
  readonly messages: number;
  /** Window, in seconds. */
  readonly seconds: number;
  /** Recipient of the alarm, one of `recipients`. */
  readonly recipient: Recipient;
}

/** Kinds of CloudAMQP notifications. */
export type Recipient = "pagerduty" | "slack";

/** Properties for `CloudAmqpAlarms`. */
export interface CloudAmqpAlarmsProps {
  readonly broker: CloudAmqpBroker;
  readonly virtualHost: string;
  readonly alarms: readonly QueueAlarm[];
  /** Integration key or webhook URL of each recipient; part of the state. */
  readonly recipients: Readonly<Partial<Record<Recipient, string>>>;
}

/**
 * CloudAMQP's own alarms on queues: no Prometheus of a cluster can scrape its nodes.
 * @see https://www.cloudamqp.com/docs/alarms.html
 */
export class CloudAmqpAlarms extends Construct {
  /** @throws ValidationError `NotInteger`, `OutOfRange`, `Missing` */
  public constructor(scope: Construct, id: string, props: CloudAmqpAlarmsProps) {
    super(scope, id);
    const { broker, virtualHost, alarms } = props;
    const instanceId = broker.resource.instanceId;
    const recipients = this.defineRecipients(instanceId, props.recipients);
    for (const { name, queues, messages, seconds, recipient } of alarms) {
      const notification = recipients.get(recipient);
      if (notification === undefined) {
        const must = "be among the recipients";
        const fix = `give '${recipient}' in 'recipients'`;
        refuse(this, { code: "Missing", prop: `${name}.recipient`, must, got: recipient, fix });
      }
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
    warn(
      this,
      "secretInState",
      `the state contains the credentials of ${[...recipients.keys()].join(" and ")}: ` +
        "cloudamqp_notification has no write-only argument; encrypt the state",
    );
  }

  private defineRecipients(
    instanceId: number,
    values: CloudAmqpAlarmsProps["recipients"],
  ): ReadonlyMap<Recipient, CloudamqpNotification> {
    return new Map(
      (Object.entries(values) as [Recipient, string][]).map(([type, value]) => [
        type,
        new CloudamqpNotification(this, type, { instanceId, name: type, type, value }),
      ]),
    );
  }
}
