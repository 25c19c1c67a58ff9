export { LARAVEL, LARAVEL_NETWORKS } from "./application";
export { CHARTS, type Chart } from "./charts";
export { DEVIATIONS, POOL_SECTION, SCALING_SECTION } from "./deviations";
