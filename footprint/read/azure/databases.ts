import type { Store } from "../../model";
import { amount, billed, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, protection, size, versioned } from "../terraform/stores";
import type { Billed, TerraformTypes } from "../terraform/type";

/** Azure Database for PostgreSQL and for MySQL. */
export const DATABASES: TerraformTypes = {
  azurerm_postgresql_flexible_server: {
    store: (body) => {
      const mebibytes = body.number("storage_mb", "size");
      return { ...server(body, "postgres"), sizeGiB: mebibytes === undefined ? undefined : mebibytes / 1024 };
    },
    charges: (body) => {
      const mebibytes = amount(body, "storage_mb", 32_768);
      return charges(body, "postgresql", mebibytes === undefined ? undefined : mebibytes / 1024);
    },
  },
  azurerm_mysql_flexible_server: {
    store: (body) => ({
      ...server(body, "mysql"),
      sizeGiB: body.at("storage").number("size_gb", "size"),
    }),
    charges: (body) => charges(body, "mysql", amount(body.at("storage"), "size_gb", 20)),
  },
};

/** A standby takes over where high availability is on; without it Azure restarts the one server elsewhere. */
function server(body: Cursor, engine: string): Store {
  const standby = body.at("high_availability").present;
  return {
    ...head(body, ["name"], versioned(engine, body.required("version", "engine version"))),
    ...size(body, "sku_name"),
    copies: standby ? 2 : 1,
    survivesRestart: true,
    survivesNodeLoss: standby,
    ...protection(body, { backupDays: "backup_retention_days", daysByDefault: 7, encrypted: true }),
  };
}

/** A standby is charged as the server itself is, and so is its storage. */
function charges(body: Cursor, engine: string, sizeGiB: number | undefined): Billed[] {
  const copies = body.at("high_availability").present ? 2 : 1;
  return [
    billed("hour", sized(engine, body.optional("sku_name")), copies),
    billed("GiB-month", `${engine}/storage`, times(sizeGiB, copies)),
  ];
}
