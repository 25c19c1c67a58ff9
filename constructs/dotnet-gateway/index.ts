export type { UpstreamConnections } from "./connection-cap";
export { DotnetGateway, type DotnetGatewayProps, type GatewayPlatform } from "./dotnet-gateway";
export { RedisCache, type RedisCacheProps } from "./redis-cache";
export type { TokenKeyring } from "./token-keyring";
