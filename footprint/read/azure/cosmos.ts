import type { Store } from "../../model";
import { amount, billed, blocks, byUse, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head } from "../terraform/stores";
import { targetOf } from "../terraform/target";
import {
  type Billed,
  type Declaration,
  ignored,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { own } from "../text/value";

const ACCOUNT = "azurerm_cosmosdb_account";

/** Databases, containers and tables: each may have throughput of its own. */
const PARTS = [
  "cassandra_keyspace",
  "cassandra_table",
  "gremlin_database",
  "gremlin_graph",
  "mongo_collection",
  "mongo_database",
  "sql_container",
  "sql_database",
  "table",
].map((part) => `azurerm_cosmosdb_${part}`);

/** Azure Cosmos DB. */
export const COSMOS: TerraformTypes = {
  [ACCOUNT]: { store: account, charges: accountCharges },
  ...Object.fromEntries(
    PARTS.map((type): [string, Declaration] => [type, { partOf: ACCOUNT, charges: throughput }]),
  ),
  azurerm_cosmosdb_postgresql_cluster: {
    store: (body) => {
      const standby = body.optional("ha_enabled") === "true";
      return {
        ...head(body, ["name"], "postgres (Cosmos DB)"),
        size: body.optional("coordinator_vcore_count") && `${body.optional("coordinator_vcore_count")} vCPU`,
        copies: standby ? 2 : 1,
        survivesRestart: true,
        survivesNodeLoss: standby,
        protection: { encrypted: true },
      };
    },
    charges: (body) => [
      billed("vCPU-hour", "cosmosdb-postgresql/coordinator", amount(body, "coordinator_vcore_count")),
      billed(
        "vCPU-hour",
        "cosmosdb-postgresql/node",
        times(amount(body, "node_vcores", 0), amount(body, "node_count", 0)),
      ),
    ],
  },
  ...ignored("setting of an account", "azurerm_cosmosdb_*"),
};

/**
 * Each region has four copies of each partition.
 * @see https://learn.microsoft.com/azure/cosmos-db/global-dist-under-the-hood
 */
function account(body: Cursor): Store {
  const kind = (body.optional("kind") ?? "GlobalDocumentDB") === "MongoDB" ? "cosmosdb mongo" : "cosmosdb";
  const regions = regionsOf(body);
  return {
    ...head(body, ["name"], kind),
    copies: regions === undefined ? undefined : regions * 4,
    survivesRestart: true,
    survivesNodeLoss: true,
    protection: { encrypted: true },
  };
}

function regionsOf(body: Cursor): number | undefined {
  const regions = blocks(body, "geo_location").length;
  return regions === 0 ? undefined : regions;
}

function accountCharges(body: Cursor): Billed[] {
  const serverless = blocks(body, "capabilities").some(
    (each) => each.optional("name") === "EnableServerless",
  );
  return [
    byUse("cosmosdb/storage", "GiB-month", "storage_gb"),
    ...(serverless
      ? [byUse("cosmosdb/serverless", "million requests", "monthly_serverless_request_units")]
      : []),
    ...(body.at("backup").optional("type") === "Continuous"
      ? [byUse("cosmosdb/continuous-backup", "GiB-month", "storage_gb")]
      : []),
  ];
}

/** Throughput is provisioned in each region of the account; with autoscale a tenth of the most always runs. */
function throughput(body: Cursor, { raw, related }: TypeContext): Billed[] {
  const target = targetOf(own(raw, "account_name"), { type: ACCOUNT, from: body.id, related });
  const regions = target && regionsOf(target.body);
  const scaling = body.at("autoscale_settings");
  if (scaling.present) {
    const max = times(amount(scaling, "max_throughput"), regions);
    return [
      {
        ...billed("RU/s-hour", "cosmosdb/autoscale-throughput", undefined),
        ...(max === undefined ? {} : { quantity: { min: max / 10, steady: max / 10, max } }),
      },
    ];
  }
  if (!body.at("throughput").present) return [];
  return [billed("RU/s-hour", "cosmosdb/throughput", times(amount(body, "throughput"), regions))];
}
