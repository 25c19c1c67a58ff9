import type { Queue } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { ignored, type TerraformProvider } from "../terraform/type";
import { isObject, type Json } from "../text/value";

/** The `rabbitmq` provider. */
export const RABBITMQ: TerraformProvider = {
  name: "rabbitmq",
  types: [
    {
      rabbitmq_queue: { queue },
      ...ignored("routes messages", "rabbitmq_binding", "rabbitmq_exchange"),
      ...ignored("setting of queues and exchanges", "rabbitmq_operator_policy", "rabbitmq_policy"),
      ...ignored(
        "grants access",
        "rabbitmq_permissions",
        "rabbitmq_topic_permissions",
        "rabbitmq_user",
        "rabbitmq_vhost",
      ),
    },
  ],
};

/**
 * The provider creates queues that are not durable by default.
 * @throws InputError for `arguments_json` that is no JSON object.
 */
function queue(body: Cursor): Queue {
  const settings = body.at("settings");
  const type = settings.at("arguments").text("x-queue-type") ?? argumentsJson(settings)?.["x-queue-type"];
  return {
    id: body.id,
    name: body.named("name"),
    type: typeof type === "string" ? type : undefined,
    durable: settings.flag("durable", "durable", false),
  };
}

function argumentsJson(settings: Cursor): Json | undefined {
  const text = settings.required("arguments_json", "queue arguments");
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
