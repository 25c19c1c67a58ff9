import { amount, billed, byUse, hourly, lengthOf, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { isOn } from "../terraform/stores";
import { isUnresolved } from "../terraform/template";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Storage that the price of an instance includes, in GiB: https://aws.amazon.com/dms/pricing/ */
const INCLUDED = { large: 100, small: 50 };

/** What moves data: AWS Database Migration Service, Transfer Family, DataSync, Storage Gateway, Snow. */
export const MIGRATION: TerraformTypes = {
  aws_dms_replication_instance: { charges: replication, chargedOnly: "moves data and keeps none" },
  aws_dms_replication_config: {
    charges: (body) => [
      byUse(
        "dms/serverless",
        `capacity unit-hour, at most ${body.at("compute_config").optional("max_capacity_units") ?? "unresolved"}`,
      ),
    ],
    chargedOnly: "moves data and keeps none",
  },
  aws_transfer_server: {
    charges: (body) => [
      ...protocols(body),
      byUse("transfer/download", "GiB", "monthly_data_downloaded_gb"),
      byUse("transfer/upload", "GiB", "monthly_data_uploaded_gb"),
    ],
    exposures: (body) =>
      (body.optional("endpoint_type") ?? "PUBLIC") === "PUBLIC"
        ? [
            {
              id: body.id,
              via: "AWS Transfer Family",
              hosts: [],
              paths: [],
              backends: [{ service: body.named("url") }],
            },
          ]
        : [],
  },
  aws_datasync_task: {
    charges: () => [byUse("datasync/data", "GiB copied")],
    chargedOnly: "moves data and keeps none",
  },
  aws_storagegateway_gateway: {
    charges: () => [byUse("storage-gateway/data", "GiB written")],
    chargedOnly: "leads to storage that is listed by itself",
  },
  ...ignored(
    "setting of what moves data",
    "aws_datasync_agent",
    "aws_datasync_location_*",
    "aws_dms_certificate",
    "aws_dms_endpoint",
    "aws_dms_event_subscription",
    "aws_dms_replication_subnet_group",
    "aws_dms_replication_task",
    "aws_dms_s3_endpoint",
    "aws_storagegateway_*",
    "aws_transfer_*",
  ),
};

/** SFTP where no protocol is set; each is charged by itself. */
function protocols(body: Cursor): Billed[] {
  const count = lengthOf(body, "protocols", 1);
  if (count === undefined) return [billed("hour", undefined, undefined)];
  const names = body.texts("protocols");
  return (names.length === 0 ? ["SFTP"] : names).map((name) =>
    hourly(sized("transfer", isUnresolved(name) ? undefined : name.toLowerCase())),
  );
}

/** A standby in another zone is charged as the instance is; C4 and R4 and later sizes include 100 GiB. */
function replication(body: Cursor): Billed[] {
  const type = body.optional("replication_instance_class");
  const standby = isOn(body, "multi_az");
  const copies = standby === undefined ? undefined : standby ? 2 : 1;
  const included = type === undefined ? 0 : /^dms\.t/.test(type) ? INCLUDED.small : INCLUDED.large;
  const size = amount(body, "allocated_storage", included);
  const more = size === undefined ? undefined : Math.max(size - included, 0);
  return [
    billed("hour", sized("dms", type), copies),
    ...(more === 0 ? [] : [billed("GiB-month", "dms/storage", times(more, copies))]),
  ];
}
