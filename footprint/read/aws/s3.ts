import { byUse, ifUsed } from "../terraform/charges";
import { head } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Storage classes that objects have on request, with the keys that a usage file has for what is in them. */
const CLASSES = [
  ["intelligent_tiering", "frequent_access_storage_gb", []],
  ["standard_infrequent_access", "storage_gb", ["monthly_data_retrieval_gb"]],
  ["one_zone_infrequent_access", "storage_gb", ["monthly_data_retrieval_gb"]],
  ["glacier_flexible_retrieval", "storage_gb", ["monthly_standard_data_retrieval_gb"]],
  ["glacier_deep_archive", "storage_gb", ["monthly_standard_data_retrieval_gb"]],
] as const;

const BUCKET: readonly Billed[] = [
  byUse("s3/standard/storage", "GiB-month", "standard.storage_gb"),
  byUse("s3/standard/tier-1-requests", "1,000 requests", "standard.monthly_tier_1_requests"),
  byUse("s3/standard/tier-2-requests", "1,000 requests", "standard.monthly_tier_2_requests"),
  ...CLASSES.flatMap(([kind, storage, retrievals]) => [
    ifUsed(`s3/${kind}/storage`, "GiB-month", `${kind}.${storage}`),
    ifUsed(`s3/${kind}/tier-1-requests`, "1,000 requests", `${kind}.monthly_tier_1_requests`),
    ifUsed(`s3/${kind}/tier-2-requests`, "1,000 requests", `${kind}.monthly_tier_2_requests`),
    ...retrievals.map((key) => ifUsed(`s3/${kind}/retrieval`, "GiB", `${kind}.${key}`)),
  ]),
];

/** Amazon S3. */
export const S3: TerraformTypes = {
  /**
   * Objects are spread over at least three zones; the number of copies is not published.
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/DataDurability.html
   */
  aws_s3_bucket: {
    store: (body) => ({
      ...head(body, ["bucket", "bucket_prefix"], "s3"),
      survivesRestart: true,
      survivesNodeLoss: true,
    }),
    charges: () => BUCKET,
  },
  aws_s3_bucket_analytics_configuration: {
    charges: () => [byUse("s3/analytics", "million objects", "monthly_monitored_objects")],
    chargedOnly: "watches how a bucket is used",
  },
  aws_s3_bucket_intelligent_tiering_configuration: {
    charges: () => [byUse("s3/intelligent-tiering", "1,000 objects watched")],
    chargedOnly: "moves objects to cheaper classes",
  },
  aws_s3_bucket_inventory: {
    charges: () => [byUse("s3/inventory", "million objects", "monthly_listed_objects")],
    chargedOnly: "lists the objects of a bucket",
  },
  aws_s3_bucket_accelerate_configuration: {
    charges: (body) =>
      body.optional("status") === "Suspended" ? [] : [byUse("s3/acceleration", "GiB accelerated")],
    chargedOnly: "makes uploads to a bucket faster",
  },
  aws_s3outposts_endpoint: {
    charges: () => [byUse("s3/outposts", "GiB-month on an Outpost")],
    chargedOnly: "leads to buckets on an Outpost",
  },
  ...ignored(
    "an object in a bucket, which is charged for all that it keeps",
    "aws_s3_bucket_object",
    "aws_s3_object*",
  ),
  ...ignored(
    "setting of a bucket",
    "aws_s3_access_point",
    "aws_s3_account_public_access_block",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_metric",
    "aws_s3_bucket_notification",
    "aws_s3_bucket_object_lock_configuration",
    "aws_s3_bucket_replication_configuration",
    "aws_s3_bucket_request_payment_configuration",
    "aws_s3_bucket_website_configuration",
    "aws_s3control_*",
    "aws_s3_bucket_acl",
    "aws_s3_bucket_cors_configuration",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
  ),
};
