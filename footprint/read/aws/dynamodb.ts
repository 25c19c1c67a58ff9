import { amount, billed, blocks, byUse, ifUsed, lengthOf, sized, textOr, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, isOn, size } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Amazon DynamoDB. */
export const DYNAMODB: TerraformTypes = {
  aws_dynamodb_table: {
    store: (body) => ({
      ...head(body, ["name"], "dynamodb"),
      // Always three zones: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.Partitions.html
      copies: 3,
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: {
        deletion: isOn(body, "deletion_protection_enabled"),
        backupDays: recovery(body),
        // Always, with a key of the service unless another is named.
        encrypted: true,
      },
    }),
    charges: table,
  },
  aws_dynamodb_table_replica: {
    partOf: "aws_dynamodb_table",
    charges: () => [byUse("dynamodb/replicated-writes", "request unit", "monthly_write_request_units")],
  },
  aws_dax_cluster: {
    store: (body) => {
      const nodes = body.count("replication_factor", "copies");
      return {
        ...head(body, ["cluster_name"], "dax"),
        ...size(body, "node_type"),
        copies: nodes,
        survivesRestart: false,
        survivesNodeLoss: nodes === undefined ? undefined : nodes > 1,
        protection: { encrypted: isOn(body.at("server_side_encryption"), "enabled") },
      };
    },
    charges: (body) => [
      billed("hour", sized("dax", body.optional("node_type")), amount(body, "replication_factor")),
    ],
  },
  ...ignored(
    "setting of a table",
    "aws_dax_parameter_group",
    "aws_dax_subnet_group",
    "aws_dynamodb_contributor_insights",
    "aws_dynamodb_kinesis_streaming_destination",
    "aws_dynamodb_resource_policy",
    "aws_dynamodb_table_export",
    "aws_dynamodb_table_item",
    "aws_dynamodb_tag",
  ),
};

/** Point-in-time recovery keeps 35 days by default. */
function recovery(body: Cursor): number | undefined {
  const recovers = body.at("point_in_time_recovery");
  const on = isOn(recovers, "enabled");
  return on === true ? amount(recovers, "recovery_period_in_days", 35) : on === false ? 0 : undefined;
}

/**
 * Capacity of the table and of each of its global indexes; writes once for each region. Rarely used tables have
 * prices of their own.
 */
function table(body: Cursor): Billed[] {
  const rare = body.optional("table_class") === "STANDARD_INFREQUENT_ACCESS" ? "-infrequent" : "";
  const regions = lengthOf(body, "replica", 0);
  const more = [
    byUse(`dynamodb/storage${rare}`, "GiB-month", "storage_gb"),
    ...(isOn(body.at("point_in_time_recovery"), "enabled") === true
      ? [byUse("dynamodb/pitr", "GiB-month", "pitr_backup_storage_gb")]
      : []),
    ...(isOn(body, "stream_enabled") === true
      ? [byUse("dynamodb/streams", "request unit", "monthly_streams_read_request_units")]
      : []),
    ifUsed("dynamodb/backup", "GiB-month", "on_demand_backup_storage_gb"),
    ifUsed("dynamodb/restore", "GiB", "monthly_data_restored_gb"),
  ];
  if (textOr(body, "billing_mode", "PROVISIONED") === "PAY_PER_REQUEST")
    return [
      byUse(`dynamodb/write-requests${rare}`, "request unit", "monthly_write_request_units"),
      byUse(`dynamodb/read-requests${rare}`, "request unit", "monthly_read_request_units"),
      ...more,
    ];
  const writes = regions === 0 ? "dynamodb/write-capacity" : "dynamodb/replicated-write-capacity";
  return [
    billed("hour", `dynamodb/read-capacity${rare}`, times(capacity(body, "read_capacity"), copies(regions))),
    billed("hour", `${writes}${rare}`, times(capacity(body, "write_capacity"), copies(regions))),
    ...more,
  ];
}

function copies(regions: number | undefined): number | undefined {
  return regions === undefined ? undefined : regions + 1;
}

function capacity(body: Cursor, key: string): number | undefined {
  const all = [body, ...blocks(body, "global_secondary_index")].map((each) => amount(each, key));
  return all.reduce<number | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0,
  );
}
