export { type Budget, type BudgetLimit, type CheckedLimit, checkBudget, type RelativeLimit } from "./check";
export { type BudgetText, budgetOf, type LimitsByOption, limitsIn, parseBudget } from "./parse";
