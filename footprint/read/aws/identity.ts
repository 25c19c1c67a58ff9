import { ignored, type TerraformTypes } from "../terraform/type";

/** Identities, permissions and budgets. */
export const IDENTITY: TerraformTypes = {
  ...ignored("grants permissions", "aws_iam_*", "aws_lambda_permission"),
  ...ignored("watches the bill", "aws_budgets_budget"),
};
