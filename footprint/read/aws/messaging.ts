import type { Queue } from "../../model";
import { byUse } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon SQS and SNS. */
export const MESSAGING: TerraformTypes = {
  aws_sqs_queue: { queue, charges: () => [byUse("sqs/requests", "million requests")] },
  ...ignored("setting of a queue", "aws_sqs_queue_policy", "aws_sqs_queue_redrive_policy"),
  aws_sns_topic: {
    charges: () => [byUse("sns/requests", "million requests and deliveries")],
    chargedOnly: "passes messages on and keeps none",
  },
  ...ignored("passes messages on and keeps none", "aws_sns_topic_policy", "aws_sns_topic_subscription"),
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
