export { type Budget, type CheckedCeiling, checkBudget } from "./check";
export { parseBudget } from "./parse";
