import { SqlDatabase } from "@cdktf/provider-google/lib/sql-database";
import { SqlDatabaseInstance } from "@cdktf/provider-google/lib/sql-database-instance";
import { SqlUser } from "@cdktf/provider-google/lib/sql-user";
import { CRITTER } from "../../../config/reviews/002-critter-supply/application";
import type { GkeNetwork } from "../../gke/network";
import type { OptionStack } from "../../stack";
import { GKE } from "./names";

/** What the database is made from. */
export interface DatabaseOptions {
  readonly name: string;
  readonly network: GkeNetwork;
  /** An ephemeral value. */
  readonly password: string;
}

/** Days of log that Cloud SQL Enterprise keeps at most; older backups are whole days. */
const LOG_DAYS = 7;

/**
 * PostgreSQL with a standby in another zone and thirty days of backups, which stand in more than one region.
 * @returns its private address
 */
export function addDatabase(stack: OptionStack, { name, network, password }: DatabaseOptions): string {
  const keep = stack.environment.keepsData;
  const { version, user, backupDays } = CRITTER.database;
  const instance = new SqlDatabaseInstance(stack, "Database", {
    name,
    region: GKE.region,
    databaseVersion: `POSTGRES_${version}`,
    deletionProtection: keep,
    settings: {
      edition: "ENTERPRISE",
      tier: GKE.databaseTier,
      availabilityType: "REGIONAL",
      diskType: "PD_SSD",
      diskSize: 100,
      deletionProtectionEnabled: keep,
      // Cloud SQL gives a machine of this size fewer than the contexts' pools may open.
      databaseFlags: [{ name: "max_connections", value: "400" }],
      backupConfiguration: {
        enabled: true,
        startTime: "03:00",
        location: "eu",
        pointInTimeRecoveryEnabled: true,
        transactionLogRetentionDays: LOG_DAYS,
        backupRetentionSettings: { retainedBackups: backupDays },
      },
      ipConfiguration: {
        ipv4Enabled: false,
        privateNetwork: network.networkId,
        sslMode: "ENCRYPTED_ONLY",
      },
    },
    dependsOn: [network.peering],
  });
  new SqlDatabase(stack, "Schema", { name: CRITTER.database.name, instance: instance.name });
  new SqlUser(stack, "User", {
    name: user,
    instance: instance.name,
    passwordWo: password,
    passwordWoVersion: 1,
  });
  return instance.privateIpAddress;
}
