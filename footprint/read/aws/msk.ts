import type { Store } from "../../model";
import { amount, billed, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, size, versioned } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Managed Streaming for Apache Kafka. */
export const MSK: TerraformTypes = {
  aws_msk_cluster: { store: cluster, charges },
  ...ignored(
    "setting of a cluster",
    "aws_msk_cluster_policy",
    "aws_msk_configuration",
    "aws_msk_scram_secret_association",
  ),
};

/** The number of copies is a setting of each topic. The size is the sum over the brokers. */
function cluster(body: Cursor): Store {
  const nodes = body.count("number_of_broker_nodes", "brokers");
  const group = body.at("broker_node_group_info");
  const volume = group.at("storage_info").at("ebs_storage_info").number("volume_size", "size");
  const version = body.required("kafka_version", "engine version");
  return {
    ...head(body, ["cluster_name"], versioned("kafka", version)),
    ...size(group, "instance_type"),
    sizeGiB: nodes === undefined || volume === undefined ? undefined : nodes * volume,
    survivesRestart: true,
    survivesNodeLoss: nodes === undefined ? undefined : nodes > 1,
  };
}

function charges(body: Cursor): Billed[] {
  const group = body.at("broker_node_group_info");
  const brokers = amount(body, "number_of_broker_nodes");
  const volume = amount(group.at("storage_info").at("ebs_storage_info"), "volume_size");
  return [
    billed("hour", sized("msk", group.optional("instance_type")), brokers),
    billed("GiB-month", "msk/storage", times(volume, brokers)),
  ];
}
