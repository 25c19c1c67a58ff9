import { RedisInstance } from "@cdktf/provider-google/lib/redis-instance";
import { SqlDatabase } from "@cdktf/provider-google/lib/sql-database";
import { SqlDatabaseInstance } from "@cdktf/provider-google/lib/sql-database-instance";
import { SqlUser } from "@cdktf/provider-google/lib/sql-user";
import { LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { secretVariable } from "../../../constructs/core";
import type { GkeNetwork } from "../../gke/network";
import type { OptionStack } from "../../stack";

/** What the stores are made from. */
export interface StoresOptions {
  readonly name: string;
  readonly network: GkeNetwork;
}

const { region } = LARAVEL_NETWORKS.gke;

/**
 * Database and Redis, each with a copy in another zone, at private addresses.
 * @returns the password of the database's user, as an ephemeral variable
 */
export function addStores(stack: OptionStack, options: StoresOptions): string {
  const password = secretVariable(
    stack,
    "database_password",
    `Password of the database user ${LARAVEL.database.user}`,
  );
  addDatabase(stack, options, password);
  new RedisInstance(stack, "Redis", {
    name: options.name,
    region,
    tier: "STANDARD_HA",
    memorySizeGb: 1,
    redisVersion: "REDIS_7_2",
    connectMode: "PRIVATE_SERVICE_ACCESS",
    authorizedNetwork: options.network.networkId,
    reservedIpRange: options.network.managedRange,
    // When memory is full, what expires soonest goes first: cache entries before sessions.
    redisConfigs: { "maxmemory-policy": "volatile-ttl" },
    dependsOn: [options.network.peering],
  });
  return password;
}

/** "MySQL como database principal". */
function addDatabase(stack: OptionStack, { name, network }: StoresOptions, passwordWo: string): void {
  const keep = stack.environment.keepsData;
  const instance = new SqlDatabaseInstance(stack, "Database", {
    name,
    region,
    databaseVersion: "MYSQL_8_4",
    deletionProtection: keep,
    settings: {
      edition: "ENTERPRISE",
      tier: "db-custom-2-7680",
      availabilityType: "REGIONAL",
      diskType: "PD_SSD",
      diskSize: 100,
      deletionProtectionEnabled: keep,
      // The binary log is what a standby and a recovery to any second are made from.
      backupConfiguration: {
        enabled: true,
        binaryLogEnabled: true,
        startTime: "03:00",
        transactionLogRetentionDays: LARAVEL.backupDays,
        backupRetentionSettings: { retainedBackups: LARAVEL.backupDays },
      },
      ipConfiguration: { ipv4Enabled: false, privateNetwork: network.networkId },
    },
    dependsOn: [network.peering],
  });
  new SqlDatabase(stack, "Schema", { name: LARAVEL.database.name, instance: instance.name });
  new SqlUser(stack, "User", {
    name: LARAVEL.database.user,
    instance: instance.name,
    host: "%",
    passwordWo,
    passwordWoVersion: 1,
  });
}
