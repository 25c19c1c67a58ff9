import { byUse } from "../terraform/charges";
import { head } from "../terraform/stores";
import { ignored, type TerraformTypes } from "../terraform/type";

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
    charges: () => [byUse("s3/storage", "GiB-month and 1,000 requests")],
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
