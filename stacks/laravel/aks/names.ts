import type { Environment } from "../../../config/environments";

/** Names of what the second stack finds; those of registry, vault and stores are unique in the whole of Azure. */
export interface AksNames {
  readonly resourceGroup: string;
  readonly cluster: string;
  readonly secretReader: string;
  readonly registry: string;
  readonly vault: string;
  readonly database: string;
  readonly redis: string;
}

/** Names of the secrets in the vault. */
export const AKS_SECRETS = {
  appKey: "app-key",
  databasePassword: "database-password",
  redisKey: "redis-key",
} as const;

export function aksNames({ name }: Environment, suffix: string): AksNames {
  const base = `laravel-aks-${name}`;
  return {
    resourceGroup: base,
    cluster: base,
    secretReader: `${base}-secret-reader`,
    registry: `laravelaks${suffix}`,
    // At most 24 characters.
    vault: `laravel-aks-${suffix}`,
    database: `laravel-aks-${suffix}`,
    redis: `laravel-aks-${suffix}`,
  };
}
