import { PostgresqlFlexibleServer } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server";
import { PostgresqlFlexibleServerDatabase } from "@cdktf/provider-azurerm/lib/postgresql-flexible-server-database";
import { CRITTER } from "../../../config/reviews/002-critter-supply/application";
import type { Place } from "../../aks/place";
import { privateZone } from "../../aks/private-zone";
import type { OptionStack } from "../../stack";
import { AKS } from "./names";
import type { AksNetwork } from "./network";

/** What the database is made from. */
export interface DatabaseOptions {
  readonly name: string;
  readonly place: Place;
  readonly network: AksNetwork;
  /** An ephemeral value. */
  readonly password: string;
}

/**
 * PostgreSQL with a standby in another zone, wound back by thirty days, with its backups in another region too.
 * @returns its host name
 */
export function addDatabase(stack: OptionStack, { name, place, network, password }: DatabaseOptions): string {
  const { version, user, backupDays } = CRITTER.database;
  const { zone, link } = privateZone(stack, "Database", {
    // Not the server's own name: Azure refuses that.
    domain: "critter.private.postgres.database.azure.com",
    resourceGroupName: place.resourceGroupName,
    networkId: network.networkId,
  });
  const server = new PostgresqlFlexibleServer(stack, "Database", {
    ...place,
    name,
    version,
    skuName: AKS.databaseSku,
    administratorLogin: user,
    administratorPasswordWo: password,
    administratorPasswordWoVersion: 1,
    zone: "1",
    highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
    storageMb: 131_072,
    autoGrowEnabled: true,
    backupRetentionDays: backupDays,
    // Cannot be switched on later: that would make a new, empty server.
    geoRedundantBackupEnabled: true,
    publicNetworkAccessEnabled: false,
    delegatedSubnetId: network.databaseSubnetId,
    privateDnsZoneId: zone.id,
    // A failover exchanges the two zones; that is no change to undo.
    lifecycle: {
      ignoreChanges: ["zone", "high_availability[0].standby_availability_zone"],
      preventDestroy: stack.environment.keepsData,
    },
    dependsOn: [link],
  });
  new PostgresqlFlexibleServerDatabase(stack, "Schema", {
    name: CRITTER.database.name,
    serverId: server.id,
    charset: "UTF8",
    collation: "en_US.utf8",
  });
  return server.fqdn;
}
