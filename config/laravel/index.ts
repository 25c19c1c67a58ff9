export type { Departure } from "../departure";
export { LARAVEL, LARAVEL_NETWORKS } from "./application";
export { CHARTS, type Chart } from "./charts";
export { DEPARTURES, POOL_SECTION, SCALING_SECTION } from "./departures";
