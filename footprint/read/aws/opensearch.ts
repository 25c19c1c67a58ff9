import type { Store } from "../../model";
import { amount, billed, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, size } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon OpenSearch Service. */
export const OPENSEARCH: TerraformTypes = {
  aws_opensearch_domain: { store: domain, charges },
  ...ignored("setting of a domain", "aws_opensearch_domain_policy"),
};

/**
 * An index has one replica by default; two nodes without dedicated masters lose their quorum with one of them. The
 * size is the sum over the nodes.
 */
function domain(body: Cursor): Store {
  const cluster = body.at("cluster_config");
  const nodes = cluster.count("instance_count", "nodes", 1);
  const masters = cluster.flag("dedicated_master_enabled", "dedicated masters", false);
  const volume = body.at("ebs_options").number("volume_size", "size");
  const engine = (body.text("engine_version") ?? "opensearch").toLowerCase().replace("_", " ");
  return {
    ...head(body, ["domain_name"], engine),
    ...size(cluster, "instance_type"),
    sizeGiB: nodes === undefined || volume === undefined ? undefined : nodes * volume,
    copies: nodes === undefined ? undefined : Math.min(nodes, 2),
    survivesRestart: true,
    survivesNodeLoss:
      nodes === undefined || masters === undefined ? undefined : nodes > 2 || (nodes === 2 && masters),
  };
}

function charges(body: Cursor): Billed[] {
  const cluster = body.at("cluster_config");
  const nodes = amount(cluster, "instance_count", 1);
  const volume = body.at("ebs_options");
  const storage = sized("opensearch/storage", volume.optional("volume_type") ?? "gp2");
  return [
    billed("hour", sized("opensearch", cluster.optional("instance_type") ?? "m4.large.search"), nodes),
    billed("GiB-month", storage, times(amount(volume, "volume_size"), nodes)),
  ];
}
