export type { B2BBusinessHours } from "./business-hours";
export { DatadogB2BDashboard, type DatadogB2BDashboardProps } from "./datadog-b2b-dashboard";
export type { B2BEndpoint, Stage } from "./endpoints";
export type { B2BObjectives } from "./objectives";
export type { B2BTeam } from "./team";
