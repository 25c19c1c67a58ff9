export { LARAVEL, LARAVEL_NETWORKS } from "./application";
export { CHARTS, type Chart } from "./charts";
export { DEPARTURES, type Departure, POOL_SECTION, SCALING_SECTION } from "./departures";
