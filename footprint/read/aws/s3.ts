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
  ...ignored(
    "setting of a bucket",
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
