import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { refuse } from "../core/errors";
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
  /** Whom it tells; one of the recipients. */
  readonly tells: Recipient;
}

/** A way of CloudAMQP's to tell somebody. */
export type Recipient = "pagerduty" | "slack";

/** Properties for `CloudAmqpAlarms`. */
export interface CloudAmqpAlarmsProps {
  readonly broker: CloudAmqpBroker;
  readonly virtualHost: string;
  readonly alarms: readonly QueueAlarm[];
  /** Integration key and webhook of those whom they tell; kept in the state. */
  readonly recipients: Readonly<Partial<Record<Recipient, string>>>;
}

/**
 * CloudAMQP's own alarms on queues: its nodes stand where no Prometheus of a cluster scrapes.
 * @see https://www.cloudamqp.com/docs/alarms.html
 */
export class CloudAmqpAlarms extends Construct {
  /** @throws ValidationError `NotInteger`, `OutOfRange`, `Missing` */
  public constructor(scope: Construct, id: string, props: CloudAmqpAlarmsProps) {
    super(scope, id);
    const { broker, virtualHost, alarms } = props;
    const instanceId = broker.resource.instanceId;
    const recipients = this.defineRecipients(instanceId, props.recipients);
    for (const { name, queues, messages, seconds, tells } of alarms) {
      const recipient = recipients.get(tells);
      if (recipient === undefined) {
        const must = "be among the recipients";
        const fix = `give '${tells}' in 'recipients'`;
        refuse(this, { code: "Missing", prop: `${name}.tells`, must, got: tells, fix });
      }
      requireInteger(this, `${name}.messages`, messages, { min: 1 });
      requireInteger(this, `${name}.seconds`, seconds, { min: 1 });
      new CloudamqpAlarm(this, name, {
        instanceId,
        valueThreshold: messages,
        timeThreshold: seconds,
        vhostRegex: exactly([virtualHost]),
        queueRegex: exactly(queues),
        recipients: [recipient.id],
      });
    }
    Annotations.of(this).addWarning(
      `the state keeps what the alarms reach ${[...recipients.keys()].join(" and ")} with: ` +
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
