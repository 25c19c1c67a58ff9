import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { OptionStack } from "./stack";

/** The AWS provider, which refuses every account but the one that the deployer names. */
export function useAws(stack: OptionStack): void {
  const account = stack.input("aws_account_id", "string", "AWS account to deploy into; any other is refused");
  account.addValidation({
    condition: '${can(regex("^[0-9]{12}$", var.aws_account_id))}',
    errorMessage: "aws_account_id must be twelve digits.",
  });
  new AwsProvider(stack, "Aws", {
    region: stack.environment.region,
    allowedAccountIds: [account.stringValue],
    defaultTags: [
      { tags: { Project: "weighbridge", Option: stack.node.id, Environment: stack.environment.name } },
    ],
  });
}
