export { LARAVEL, LARAVEL_NETWORKS } from "./application";
export { CHARTS, type Chart } from "./charts";
export { DEVIATIONS, poolDeviation, SCALING_DEVIATION } from "./deviations";
