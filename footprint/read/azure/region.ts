import type { Cursor } from "../terraform/cursor";
import { targetOf } from "../terraform/target";
import type { TypeContext } from "../terraform/type";
import { own } from "../text/value";

/** Arguments that name the resource that another is part of, and its type: a part has no location of its own. */
const WHOLES: readonly (readonly [key: string, type: string])[] = [
  ["kubernetes_cluster_id", "azurerm_kubernetes_cluster"],
  ["server_id", "azurerm_mssql_server"],
  ["namespace_id", "azurerm_eventhub_namespace"],
  ["namespace_name", "azurerm_eventhub_namespace"],
  ["account_name", "azurerm_cosmosdb_account"],
  ["storage_account_id", "azurerm_storage_account"],
  ["storage_account_name", "azurerm_storage_account"],
  ["synapse_workspace_id", "azurerm_synapse_workspace"],
  ["key_vault_id", "azurerm_key_vault"],
  ["loadbalancer_id", "azurerm_lb"],
];

/**
 * `East US` and `eastus` are one region: that of a resource, else that of the cluster that it is a pool of, else, where
 * the document does not say which cluster that is, the one region of all its clusters. Undefined where there are several.
 */
export function azureRegion(
  body: Cursor,
  _configured: string | undefined,
  context: TypeContext,
): string | undefined {
  const location = body.optional("location");
  if (location !== undefined) return normalized(location);
  for (const [key, type] of WHOLES) {
    const { related, raw } = context;
    if (own(raw, key) === undefined) continue;
    const whole = targetOf(own(raw, key), { type, from: body.id, related });
    const places = (whole === undefined ? related.of(type) : [whole]).map((each) =>
      each.body.optional("location"),
    );
    const [first] = places;
    const isOne =
      first !== undefined &&
      places.every((place) => place !== undefined && normalized(place) === normalized(first));
    return isOne ? normalized(first) : undefined;
  }
  return undefined;
}

function normalized(location: string): string {
  return location.toLowerCase().replaceAll(" ", "");
}
