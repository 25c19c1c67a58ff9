import { ignored, type TerraformTypes } from "../terraform/type";

/** Identities, permissions, accounts and budgets. */
export const IDENTITY: TerraformTypes = {
  ...ignored(
    "grants permissions",
    "aws_iam_*",
    "aws_identitystore_*",
    "aws_lambda_permission",
    "aws_ram_*",
    "aws_rolesanywhere_*",
    "aws_ssoadmin_*",
  ),
  ...ignored(
    "groups or limits resources",
    "aws_account_*",
    "aws_controltower_*",
    "aws_organizations_*",
    "aws_resourceexplorer2_*",
    "aws_resourcegroups_*",
    "aws_servicequotas_*",
  ),
  ...ignored("watches the bill", "aws_budgets_*", "aws_ce_*", "aws_cur_report_definition"),
};
