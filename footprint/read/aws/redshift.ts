import type { Store } from "../../model";
import { amount, billed, byUse, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, isOn, protection, size } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";
import { publicDatabase } from "./graph-and-documents";

/** Amazon Redshift. */
export const REDSHIFT: TerraformTypes = {
  aws_redshift_cluster: {
    store: cluster,
    exposures: (body) => publicDatabase(body, "AWS Redshift endpoint", "cluster_identifier"),
    charges,
  },
  aws_redshiftserverless_workgroup: {
    charges: (body) => [
      byUse("redshift/serverless", `RPU-hour (base capacity ${body.optional("base_capacity") ?? "128"})`),
    ],
    chargedOnly: "answers the queries to a namespace",
  },
  aws_redshiftserverless_namespace: {
    store: (body) => ({
      ...head(body, ["namespace_name"], "redshift serverless"),
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: () => [byUse("redshift/managed-storage", "GiB-month", "managed_storage_gb")],
  },
  ...ignored(
    "setting of a cluster",
    "aws_redshift_cluster_iam_roles",
    "aws_redshift_parameter_group",
    "aws_redshift_resource_policy",
    "aws_redshift_security_group",
    "aws_redshift_snapshot_copy*",
    "aws_redshift_snapshot_schedule*",
    "aws_redshift_subnet_group",
    "aws_redshift_logging",
    "aws_redshiftserverless_resource_policy",
    "aws_redshiftserverless_usage_limit",
  ),
};

/**
 * A cluster of several nodes keeps each block on two of them, and replaces a node that fails; one node is one copy.
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-considerations.html
 */
function cluster(body: Cursor): Store {
  const nodes = body.count("number_of_nodes", "nodes", 1);
  return {
    ...head(body, ["cluster_identifier"], "redshift"),
    ...size(body, "node_type"),
    copies: nodes === undefined ? undefined : Math.min(nodes, 2),
    survivesRestart: true,
    survivesNodeLoss: nodes === undefined ? undefined : nodes > 1,
    ...protection(body, {
      backupDays: "automated_snapshot_retention_period",
      daysByDefault: 1,
      encrypted: "encrypted",
    }),
  };
}

/** With several zones the cluster runs twice. Sizes of RA3 are charged for what they store, others have disks. */
function charges(body: Cursor): Billed[] {
  const type = body.optional("node_type");
  const zones = isOn(body, "multi_az");
  const copies = zones === undefined ? undefined : zones ? 2 : 1;
  return [
    billed("hour", sized("redshift", type), times(amount(body, "number_of_nodes", 1), copies)),
    ...(type === undefined || /^r[ag]\d/.test(type)
      ? [byUse("redshift/managed-storage", "GiB-month", "managed_storage_gb")]
      : []),
    byUse("redshift/spectrum", "TiB", "spectrum_data_scanned_tb"),
    byUse("redshift/backup", "GiB-month", "backup_storage_gb"),
  ];
}
