export type { UpstreamConnections } from "./connection-cap";
export { DotnetGateway, type DotnetGatewayProps, type GatewayPlatform } from "./dotnet-gateway";
export type { TokenKeyring } from "./managed-secrets";
export { RedisCache, type RedisCacheProps } from "./redis-cache";
