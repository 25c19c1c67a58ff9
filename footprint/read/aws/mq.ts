import type { Store } from "../../model";
import { billed, byUse, sized, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, size, versioned } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Brokers, and copies of the messages, of each deployment mode. An active and a standby share one file system. */
const MODES: Readonly<Record<string, { readonly brokers: number; readonly copies?: number }>> = {
  SINGLE_INSTANCE: { brokers: 1, copies: 1 },
  ACTIVE_STANDBY_MULTI_AZ: { brokers: 2 },
  CLUSTER_MULTI_AZ: { brokers: 3, copies: 3 },
};

/** Amazon MQ. */
export const MQ: TerraformTypes = {
  aws_mq_broker: { store: broker, charges },
  ...ignored("setting of a broker", "aws_mq_configuration"),
};

function broker(body: Cursor): Store {
  const mode = body.at("deployment_mode").present
    ? body.required("deployment_mode", "copies")
    : "SINGLE_INSTANCE";
  const engine = body.text("engine_type")?.toLowerCase() ?? "mq";
  return {
    ...head(body, ["broker_name"], versioned(engine, body.required("engine_version", "engine version"))),
    ...size(body, "host_instance_type"),
    copies: modeOf(mode)?.copies,
    survivesRestart: true,
    survivesNodeLoss: mode === undefined ? undefined : mode !== "SINGLE_INSTANCE",
  };
}

function charges(body: Cursor): Billed[] {
  const mode = textOr(body, "deployment_mode", "SINGLE_INSTANCE");
  const engine = body.optional("engine_type")?.toLowerCase();
  const sku = engine && sized(`mq/${engine}`, body.optional("host_instance_type"));
  const brokers = modeOf(mode)?.brokers;
  return [billed("hour", sku, brokers), byUse(storage(engine, body), "GiB-month", "storage_size_gb")];
}

/** RabbitMQ keeps messages on disks, ActiveMQ by default in a file system. */
function storage(engine: string | undefined, body: Cursor): string {
  const kind = body.optional("storage_type")?.toLowerCase() ?? (engine === "rabbitmq" ? "ebs" : "efs");
  return `mq/${engine ?? "broker"}/storage/${kind}`;
}

function modeOf(mode: string | undefined) {
  return mode !== undefined && Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
}
