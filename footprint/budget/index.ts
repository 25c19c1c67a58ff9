export { type Budget, type CheckedLimit, checkBudget } from "./check";
export { type BudgetText, budgetOf, type LimitsByOption, limitsIn, parseBudget } from "./parse";
