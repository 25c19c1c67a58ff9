export { DOTNET_PORT, DotnetService, type DotnetServiceProps } from "./dotnet-service";
export type { OtelSidecar } from "./otel-sidecar";
