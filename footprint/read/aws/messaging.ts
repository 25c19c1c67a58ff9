import type { Queue } from "../../model";
import { byUse, ifUsed, textOr, usageOf } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Each 64 KB of a message that are started are a request. */
const CHUNK = { key: "request_size_kb", chunk: 64, absent: 1 };

/** Names of the protocols of a subscription in the price list, where they are others. */
const DELIVERIES: Readonly<Record<string, string>> = {
  https: "http",
  "email-json": "email",
  application: "mobile-push",
};

/** Amazon SQS and SNS. */
export const MESSAGING: TerraformTypes = {
  aws_sqs_queue: { queue, charges: (body) => [queueRequests(body)] },
  ...ignored("setting of a queue", "aws_sqs_queue_policy", "aws_sqs_queue_redrive_*"),
  aws_sns_topic: {
    charges: topicCharges,
    chargedOnly: "passes messages on and keeps none",
  },
  /** Deliveries to queues and functions are free. */
  aws_sns_topic_subscription: {
    charges: (body) => {
      const protocol = body.optional("protocol") ?? "";
      if (protocol === "sqs" || protocol === "lambda") return [];
      const sku = `sns/deliveries/${Object.hasOwn(DELIVERIES, protocol) ? DELIVERIES[protocol] : protocol}`;
      return [byUse(sku, "million notifications", usageOf(1, "monthly_requests", CHUNK))];
    },
    chargedOnly: "passes messages on and keeps none",
  },
  ...ignored(
    "setting of a topic",
    "aws_sns_platform_application",
    "aws_sns_sms_preferences",
    "aws_sns_topic_*",
  ),
};

/** Each message is kept in several zones before it counts as sent. */
function queue(body: Cursor): Queue {
  const fifo = body.flag("fifo_queue", "queue type", false);
  return {
    id: body.id,
    name: body.named("name"),
    type: fifo === undefined ? undefined : fifo ? "SQS FIFO" : "SQS",
    durable: true,
  };
}

function queueRequests(body: Cursor): Billed {
  const kind = textOr(body, "fifo_queue", "false") === "true" ? "fifo" : "standard";
  return byUse(`sqs/requests/${kind}`, "million requests", usageOf(1, "monthly_requests", CHUNK));
}

/** Publishing, and each delivery to each subscriber, of which a usage file has the number by protocol. */
function topicCharges(body: Cursor): Billed[] {
  if (textOr(body, "fifo_topic", "false") === "true")
    return [byUse("sns/fifo-requests", "million requests", usageOf(1, "monthly_requests", CHUNK))];
  const deliveries = (sku: string, key: string) =>
    ifUsed(`sns/deliveries/${sku}`, "million notifications", usageOf(1, "monthly_requests", key, CHUNK));
  return [
    byUse("sns/requests", "million requests", usageOf(1, "monthly_requests", CHUNK)),
    deliveries("http", "http_subscriptions"),
    deliveries("email", "email_subscriptions"),
    deliveries("firehose", "kinesis_subscriptions"),
    deliveries("mobile-push", "mobile_push_subscriptions"),
  ];
}
