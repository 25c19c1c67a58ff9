import { amount, billed, byUse, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
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
    }),
    charges: table,
  },
  ...ignored("setting of a table", "aws_dynamodb_resource_policy", "aws_dynamodb_tag"),
};

function table(body: Cursor): Billed[] {
  const storage = byUse("dynamodb/storage", "GiB-month", "storage_gb");
  if (textOr(body, "billing_mode", "PROVISIONED") === "PAY_PER_REQUEST")
    return [
      byUse("dynamodb/write-requests", "request unit", "monthly_write_request_units"),
      byUse("dynamodb/read-requests", "request unit", "monthly_read_request_units"),
      storage,
    ];
  return [
    billed("hour", "dynamodb/read-capacity", amount(body, "read_capacity")),
    billed("hour", "dynamodb/write-capacity", amount(body, "write_capacity")),
    storage,
  ];
}
