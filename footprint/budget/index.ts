export { type Budget, type CheckedLimit, checkBudget } from "./check";
export { parseBudget } from "./parse";
