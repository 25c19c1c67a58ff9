import type { Environment } from "../../../config/environments";
import type { OptionStack } from "../../stack";

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

/** What makes the names unique in the whole of Azure. */
export function nameSuffix(stack: OptionStack): string {
  const suffix = stack.input(
    "name_suffix",
    "string",
    "Makes names unique in the whole of Azure, for example x7k2",
  );
  suffix.addValidation({
    condition: '${can(regex("^[a-z0-9]{3,8}$", var.name_suffix))}',
    errorMessage: "name_suffix must be 3 to 8 lower-case letters and digits.",
  });
  return suffix.stringValue;
}
