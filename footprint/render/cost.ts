/** What an option costs, line by line. */
export { renderCostCsv } from "./cost/csv";
export { renderCostJson } from "./cost/json";
export { renderCostTable } from "./cost/table";
