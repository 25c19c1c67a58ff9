import { MysqlFlexibleDatabase } from "@cdktf/provider-azurerm/lib/mysql-flexible-database";
import { MysqlFlexibleServer } from "@cdktf/provider-azurerm/lib/mysql-flexible-server";
import { LARAVEL } from "../../../config/reviews/004-laravel/application";
import type { Place } from "../../aks/place";
import { privateZone } from "../../aks/private-zone";
import type { OptionStack } from "../../stack";
import type { AksNetwork } from "./network";

/** What the database is made from. */
export interface DatabaseOptions {
  readonly name: string;
  readonly place: Place;
  readonly network: AksNetwork;
  /** An ephemeral value. */
  readonly password: string;
}

/** "MySQL como database principal", with a standby in another zone. */
export function addDatabase(stack: OptionStack, { name, place, network, password }: DatabaseOptions): void {
  const { zone, link } = privateZone(stack, "Database", {
    // Not the server's own name: Azure refuses that.
    domain: "laravel.private.mysql.database.azure.com",
    resourceGroupName: place.resourceGroupName,
    networkId: network.networkId,
  });
  const server = new MysqlFlexibleServer(stack, "Database", {
    ...place,
    name,
    version: "8.4",
    skuName: "GP_Standard_D2ads_v5",
    administratorLogin: LARAVEL.database.user,
    administratorPasswordWo: password,
    administratorPasswordWoVersion: 1,
    zone: "1",
    highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
    storage: { sizeGb: 100, autoGrowEnabled: true },
    backupRetentionDays: LARAVEL.backupDays,
    delegatedSubnetId: network.mysqlSubnetId,
    privateDnsZoneId: zone.id,
    // A failover exchanges the two zones; that is no change to undo.
    lifecycle: {
      ignoreChanges: ["zone", "high_availability[0].standby_availability_zone"],
      preventDestroy: stack.environment.keepsData,
    },
    dependsOn: [link],
  });
  new MysqlFlexibleDatabase(stack, "Schema", {
    name: LARAVEL.database.name,
    resourceGroupName: place.resourceGroupName,
    serverName: server.name,
    charset: "utf8mb4",
    collation: "utf8mb4_unicode_ci",
  });
}
