export {
  type Budget,
  type BudgetLimit,
  type Checkable,
  type CheckedLimit,
  type CheckedPair,
  checkBudget,
  checkPairs,
  type RelativeLimit,
} from "./check";
export { type BudgetText, budgetOf, type LimitsByOption, limitsIn, parseBudget } from "./parse";
