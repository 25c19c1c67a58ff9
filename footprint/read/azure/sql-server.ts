import type { Store } from "../../model";
import { amount, billed, byUse, ifUsed, named, sized, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, isOn, protection, versioned } from "../terraform/stores";
import { type Billed, type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const MANAGED_INSTANCE: Declaration = { store: managedInstance, charges: managedInstanceCharges };

/** Azure SQL, and the single servers of Azure Database that came before the flexible ones. */
export const SQL_SERVER: TerraformTypes = {
  azurerm_mssql_database: {
    store: (body) => database(body, body.required("sku_name", "size")),
    charges: (body) => databaseCharges(body, body.optional("sku_name")),
  },
  azurerm_sql_database: {
    store: (body) =>
      database(body, body.optional("requested_service_objective_name") ?? body.required("edition", "size")),
    charges: (body) => databaseCharges(body, body.optional("requested_service_objective_name")),
  },
  azurerm_mssql_elasticpool: {
    charges: (body) => {
      const sku = body.at("sku");
      return [
        billed("hour", pool(sku.optional("name"), sku.optional("capacity")), 1),
        ...storage(sku.optional("name"), amount(body, "max_size_gb")),
      ];
    },
    chargedOnly: "machines that databases share, which are listed by themselves",
  },
  azurerm_sql_elasticpool: {
    charges: (body) => [
      billed(
        "hour",
        pool(body.optional("edition") && `${body.optional("edition")}Pool`, body.optional("dtu")),
        1,
      ),
    ],
    chargedOnly: "machines that databases share, which are listed by themselves",
  },
  azurerm_mssql_managed_instance: MANAGED_INSTANCE,
  azurerm_sql_managed_instance: MANAGED_INSTANCE,
  azurerm_postgresql_server: single("postgres", "postgresql-single"),
  azurerm_mysql_server: single("mysql", "mysql-single"),
  azurerm_mariadb_server: single("mariadb", "mariadb-single"),
  ...ignored(
    "a server without machines: its databases and pools are listed by themselves",
    "azurerm_mssql_server",
    "azurerm_sql_server",
  ),
  ...ignored(
    "database or setting of a server",
    "azurerm_mariadb_*",
    "azurerm_mssql_*",
    "azurerm_mysql_*",
    "azurerm_postgresql_*",
    "azurerm_sql_*",
  ),
};

function pool(name: string | undefined, capacity: string | undefined): string | undefined {
  return name === undefined || capacity === undefined ? undefined : `mssql-pool/${name}_${capacity}`;
}

/** Cores of `GP_Gen5_4` and `GP_S_Gen5_2`; undefined for a size by DTU such as `S0`. */
const BY_CORES = /^(GP|BC|HS)(_S)?_[A-Za-z0-9]+_(\d+)$/;

/** Tiers with a copy on several nodes keep their service when one is lost; others move to another node. */
function database(body: Cursor, size: string | undefined): Store {
  const tier = size?.slice(0, 2);
  const replicated = size === undefined ? undefined : tier === "BC" || /^P\d/.test(size);
  return {
    ...head(body, ["name"], "mssql"),
    size,
    sizeGiB: body.number("max_size_gb", "size"),
    copies: replicated === true ? 4 : undefined,
    survivesRestart: true,
    survivesNodeLoss: true,
    protection: {
      backupDays: amount(body.at("short_term_retention_policy"), "retention_days", 7),
      encrypted: isOn(body, "transparent_data_encryption_enabled", true),
    },
  };
}

/** A database in a pool is charged with the pool; a serverless one for the cores that it takes. */
function databaseCharges(body: Cursor, size: string | undefined): Billed[] {
  if (body.at("elastic_pool_id").present || body.at("elastic_pool_name").present || size === "ElasticPool")
    return [];
  const [, tier, serverless, cores] = BY_CORES.exec(size ?? "") ?? [];
  const gibibytes = amount(body, "max_size_gb");
  const replicas = amount(body, "read_replica_count", 0);
  const copies = replicas === undefined ? undefined : replicas + 1;
  const more = ifUsed("mssql/long-term-retention", "GiB-month", "long_term_retention_storage_gb");
  if (serverless !== undefined)
    return [byUse("mssql/serverless", "vCPU-hour", "monthly_vcore_hours"), ...storage(tier, gibibytes), more];
  if (tier === undefined) return [billed("hour", sized("mssql", size), 1), more];
  return [
    billed("hour", sized("mssql", size), copies),
    ...license(body, "mssql/license", tier, times(Number(cores), copies)),
    ...storage(tier, gibibytes),
    more,
  ];
}

/** SQL Server's own licence, unless the user brings one. */
function license(body: Cursor, prefix: string, tier: string, cores: number | undefined): Billed[] {
  const type = body.optional("license_type") ?? "LicenseIncluded";
  return type === "BasePrice" || tier === "HS" ? [] : [billed("vCPU-hour", `${prefix}/${tier}`, cores)];
}

function storage(name: string | undefined, gibibytes: number | undefined): Billed[] {
  const tier = name?.slice(0, 2);
  if (tier === undefined || !["GP", "BC", "HS"].includes(tier)) return [];
  return gibibytes === undefined
    ? [byUse(`mssql/storage/${tier}`, "GiB-month", "extra_data_storage_gb")]
    : [billed("GiB-month", `mssql/storage/${tier}`, gibibytes)];
}

/** A General Purpose instance is started again on another node, a Business Critical one has four. */
function managedInstance(body: Cursor): Store {
  const sku = body.required("sku_name", "size");
  const cores = body.optional("vcores");
  return {
    ...head(body, ["name"], "mssql instance"),
    size: sku === undefined || cores === undefined ? sku : `${sku}_${cores}`,
    sizeGiB: body.number("storage_size_in_gb", "size"),
    ...(sku?.startsWith("BC") === true ? { copies: 4 } : {}),
    survivesRestart: true,
    survivesNodeLoss: true,
    protection: { encrypted: true },
  };
}

/** The first 32 GiB are in the price. */
function managedInstanceCharges(body: Cursor): Billed[] {
  const [sku, cores] = [body.optional("sku_name"), amount(body, "vcores")];
  const gibibytes = amount(body, "storage_size_in_gb");
  const type = body.optional("license_type") ?? "LicenseIncluded";
  return [
    billed(
      "hour",
      sku === undefined || cores === undefined ? undefined : `mssql-instance/${sku}_${cores}`,
      1,
    ),
    billed(
      "GiB-month",
      "mssql-instance/storage",
      gibibytes === undefined ? undefined : Math.max(gibibytes - 32, 0),
    ),
    ...(type === "BasePrice" ? [] : [billed("vCPU-hour", "mssql-instance/license", cores)]),
  ];
}

/** One server, which Azure starts again on another node when it is lost. */
function single(engine: string, prefix: string): Declaration {
  const sizeOf = (body: Cursor) => body.optional("sku_name") ?? body.at("sku").optional("name");
  const megabytes = (body: Cursor) => {
    const place = body.at("storage_profile").present ? body.at("storage_profile") : body;
    const value = amount(place, "storage_mb");
    return value === undefined ? undefined : value / 1024;
  };
  return {
    store: (body) => ({
      ...head(body, ["name"], versioned(engine, body.required("version", "engine version"))),
      size: sizeOf(body) ?? body.required("sku_name", "size"),
      sizeGiB: megabytes(body),
      copies: 1,
      survivesRestart: true,
      survivesNodeLoss: false,
      ...protection(body, { backupDays: "backup_retention_days", daysByDefault: 7, encrypted: true }),
    }),
    charges: (body) => {
      const size = sizeOf(body);
      const tier = size?.split("_")[0];
      return [
        billed("hour", sized(prefix, size), 1),
        billed("GiB-month", named(prefix, "storage", tier), megabytes(body)),
        ifUsed(`${prefix}/backup/${tier ?? "GP"}`, "GiB-month", "additional_backup_storage_gb"),
      ];
    },
  };
}
