import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { accountOf } from "./accounts";
import type { OptionStack } from "./stack";
import { tagsOf } from "./tags";

/** Shares of the budget at which the owner is notified, in percent. */
const NOTIFY_AT = [80, 100];

/** The AWS provider, which refuses every account but the one that the deployer names. */
export function useAws(stack: OptionStack): void {
  const account = accountOf(stack, "aws", "AWS account to deploy into; any other is refused");
  new AwsProvider(stack, "Aws", {
    region: stack.environment.region,
    allowedAccountIds: [account],
    defaultTags: [{ tags: tagsOf(stack) }],
  });
  addBudget(stack);
}

/**
 * Notifies the owner when the account exceeds its budget; in the first stack of an option only. It is the whole
 * account that is watched: a tag would have to be activated for billing before a budget sees it.
 */
function addBudget(stack: OptionStack): void {
  const { budgetUsdPerMonth, name } = stack.environment;
  if (budgetUsdPerMonth === undefined || stack.dependencies.length > 0) return;
  const email = stack.input(
    "budget_email",
    "string",
    "Address that is notified when the account's budget is spent",
  );
  new BudgetsBudget(stack, "Budget", {
    name: `weighbridge-${stack.node.id}-${name}`,
    budgetType: "COST",
    limitAmount: String(budgetUsdPerMonth),
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notification: NOTIFY_AT.map((threshold) => ({
      comparisonOperator: "GREATER_THAN",
      notificationType: "ACTUAL",
      threshold,
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: [email.stringValue],
    })),
  });
}
