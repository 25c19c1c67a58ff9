import type { Exposure, Store } from "../../model";
import { amount, billed, byUse, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, isOn, size } from "../terraform/stores";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";
import { provisioned } from "./provisioned";

/** The service had the name of Elasticsearch before; its price list has one name for both. */
const DOMAIN: Declaration = { store: domain, exposures, charges };

/** Amazon OpenSearch Service, and its OpenSearch Serverless. */
export const OPENSEARCH: TerraformTypes = {
  aws_opensearch_domain: DOMAIN,
  aws_elasticsearch_domain: DOMAIN,
  aws_opensearchserverless_collection: {
    store: (body) => ({
      ...head(body, ["name"], "opensearch serverless"),
      survivesRestart: true,
      survivesNodeLoss: standby(body),
      protection: { encrypted: true },
    }),
    charges: () => [
      byUse("opensearch/serverless", "OCU-hour"),
      byUse("opensearch/serverless-storage", "GiB-month"),
    ],
  },
  ...ignored(
    "setting of a domain",
    "aws_elasticsearch_domain_policy",
    "aws_elasticsearch_domain_saml_options",
    "aws_opensearch_domain_policy",
    "aws_opensearch_domain_saml_options",
    "aws_opensearchserverless_access_policy",
    "aws_opensearchserverless_security_*",
  ),
};

/** Standby replicas are on unless they are disabled. */
function standby(body: Cursor): boolean {
  return body.optional("standby_replicas") !== "DISABLED";
}

/**
 * An index has one replica by default; two nodes without dedicated masters lose their quorum with one of them. The
 * size is the sum over the nodes.
 */
function domain(body: Cursor): Store {
  const cluster = body.at("cluster_config");
  const nodes = cluster.count("instance_count", "nodes", 1);
  const masters = cluster.flag("dedicated_master_enabled", "dedicated masters", false);
  const volume = body.at("ebs_options").number("volume_size", "size");
  return {
    ...head(body, ["domain_name"], engine(body)),
    ...size(cluster, "instance_type"),
    sizeGiB: nodes === undefined || volume === undefined ? undefined : nodes * volume,
    copies: nodes === undefined ? undefined : Math.min(nodes, 2),
    survivesRestart: true,
    survivesNodeLoss:
      nodes === undefined || masters === undefined ? undefined : nodes > 2 || (nodes === 2 && masters),
    protection: { encrypted: isOn(body.at("encrypt_at_rest"), "enabled") },
  };
}

/** `OpenSearch_2.11` and `Elasticsearch_7.10`, or of older providers `7.10` alone. */
function engine(body: Cursor): string {
  const version = body.optional("engine_version");
  if (version !== undefined) return version.toLowerCase().replace("_", " ");
  const older = body.optional("elasticsearch_version");
  if (older !== undefined) return `elasticsearch ${older}`;
  return body.id.includes("aws_elasticsearch_domain.") ? "elasticsearch" : "opensearch";
}

/** A domain outside of a VPC has an address on the internet. */
function exposures(body: Cursor): Exposure[] {
  if (body.at("vpc_options").present) return [];
  const service = body.named("domain_name");
  return [{ id: body.id, via: "AWS OpenSearch endpoint", hosts: [], paths: [], backends: [{ service }] }];
}

function charges(body: Cursor): Billed[] {
  const cluster = body.at("cluster_config");
  const nodes = amount(cluster, "instance_count", 1);
  return [
    billed("hour", node(cluster, "instance_type", "m4.large.search"), nodes),
    ...further(cluster, "dedicated_master", "dedicated_master_enabled", "m4.large.search"),
    ...further(cluster, "warm", "warm_enabled"),
    ...storage(body.at("ebs_options"), nodes),
    ...(isOn(cluster.at("cold_storage_options"), "enabled") === true
      ? [byUse("opensearch/cold-storage", "GiB-month")]
      : []),
  ];
}

/** Dedicated masters, or nodes of UltraWarm. */
function further(cluster: Cursor, what: string, switchKey: string, absent?: string): Billed[] {
  const on = isOn(cluster, switchKey);
  if (on === false) return [];
  const sku = on === undefined ? undefined : node(cluster, `${what}_type`, absent);
  return [billed("hour", sku, amount(cluster, `${what}_count`))];
}

/** Types of either generation have one price: `m5.large.elasticsearch` is `m5.large.search`. */
function node(cluster: Cursor, key: string, absent?: string): string | undefined {
  const type = cluster.at(key).present ? cluster.optional(key) : absent;
  return sized("opensearch", type?.replace(/\.elasticsearch$/, ".search"));
}

function storage(volume: Cursor, nodes: number | undefined): Billed[] {
  if (isOn(volume, "ebs_enabled", volume.present) === false) return [];
  const type = volume.optional("volume_type") ?? "gp2";
  const prefix = "opensearch/storage";
  return [
    billed("GiB-month", sized(prefix, type), times(amount(volume, "volume_size"), nodes)),
    ...(volume.present ? provisioned(volume, { prefix, type, copies: nodes, throughput: "throughput" }) : []),
  ];
}
