import type { Queue, Topic } from "../model";
import { head, type StoreReaders, size, versioned } from "./store-readers";
import type { Cursor } from "./terraform/cursor";
import { isObject, type Json } from "./text/value";

/** Reads a `kafka_topic`. */
export function kafkaTopic(body: Cursor): Topic {
  const config = body.at("config");
  return {
    id: body.id,
    name: body.named("name"),
    partitions: body.count("partitions", "partitions"),
    replicationFactor: body.count("replication_factor", "replication factor"),
    cleanupPolicy: config.known("cleanup.policy", "cleanup.policy"),
    // -1 keeps messages for ever.
    retentionMs: config.number("retention.ms", "retention.ms"),
    minInsyncReplicas: config.count("min.insync.replicas", "min.insync.replicas"),
  };
}

/**
 * Reads a `rabbitmq_queue`. Terraform's provider makes queues that are not durable unless told otherwise.
 * @throws InputError for `arguments_json` that is no JSON object.
 */
export function rabbitQueue(body: Cursor): Queue {
  const settings = body.at("settings");
  const type = settings.at("arguments").text("x-queue-type") ?? argumentsJson(settings)?.["x-queue-type"];
  return {
    id: body.id,
    name: body.named("name"),
    type: typeof type === "string" ? type : undefined,
    durable: settings.flag("durable", "durable", false),
  };
}

/** Reads an `aws_sqs_queue`. Each message is kept in several zones before it counts as sent. */
export function sqsQueue(body: Cursor): Queue {
  const fifo = body.flag("fifo_queue", "queue type", false);
  return {
    id: body.id,
    name: body.named("name"),
    type: fifo === undefined ? undefined : fifo ? "SQS FIFO" : "SQS",
    durable: true,
  };
}

function argumentsJson(settings: Cursor): Json | undefined {
  const text = settings.known("arguments_json", "queue arguments");
  if (text === undefined) return undefined;
  const value = parseOrUndefined(text);
  return isObject(value)
    ? value
    : settings.at("arguments_json").refuse("is no JSON object", "write an object");
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nodes of a CloudAMQP plan: the number that it ends with. Of a shared plan only CloudAMQP knows. */
const PLAN_NODES = /-(\d+)$/;

/** Brokers of CloudAMQP. */
export const CLOUDAMQP_STORES: StoreReaders = {
  cloudamqp_instance: (body) => {
    const nodes = PLAN_NODES.exec(body.text("plan") ?? "")?.[1];
    return {
      ...head(body, ["name"], versioned("rabbitmq", body.known("rmq_version", "engine version"))),
      ...size(body, "plan"),
      copies: nodes === undefined ? undefined : Number(nodes),
      survivesRestart: true,
      survivesNodeLoss: nodes === undefined ? undefined : Number(nodes) > 1,
    };
  },
};
