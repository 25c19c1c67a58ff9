import type { Cursor } from "../terraform/cursor";
import {
  amount,
  type Billed,
  billed,
  byUse,
  type ChargeReaders,
  hourly,
  monthly,
  sized,
  times,
} from "./charge-readers";

/** What Azure bills for, nodes apart. */
export const AZURE_CHARGES: ChargeReaders = {
  azurerm_application_gateway: (body) => gateway(body.at("sku").told("name")),
  azurerm_application_insights: () => [byUse("log-analytics/ingestion", "GiB of telemetry")],
  azurerm_container_registry: (body) => [billed("day", sized("container-registry", body.told("sku")), 1)],
  azurerm_dns_zone: () => [monthly("dns/zone")],
  azurerm_key_vault: () => [byUse("key-vault/operations", "10,000 operations")],
  azurerm_kubernetes_cluster: cluster,
  azurerm_lb: () => [hourly("load-balancer/standard")],
  azurerm_linux_virtual_machine: disk,
  azurerm_windows_virtual_machine: disk,
  azurerm_log_analytics_workspace: () => [byUse("log-analytics/ingestion", "GiB of logs")],
  azurerm_managed_redis: (body) => {
    const copies = flag(body, "high_availability_enabled", true, 2);
    return [hourly(sized("managed-redis", body.told("sku_name")), copies)];
  },
  azurerm_managed_disk: (body) => [
    billed("GiB-month", sized("disk", body.told("storage_account_type")), amount(body, "disk_size_gb")),
  ],
  azurerm_mysql_flexible_server: (body) =>
    flexibleServer(body, "mysql", amount(body.at("storage"), "size_gb", 20)),
  azurerm_nat_gateway: () => [hourly("nat-gateway"), byUse("nat-gateway/data", "GiB processed")],
  azurerm_postgresql_flexible_server: (body) => {
    const mebibytes = amount(body, "storage_mb", 32_768);
    return flexibleServer(body, "postgresql", mebibytes === undefined ? undefined : mebibytes / 1024);
  },
  azurerm_private_dns_zone: () => [monthly("dns/zone")],
  azurerm_private_endpoint: () => [
    hourly("private-endpoint"),
    byUse("private-endpoint/data", "GiB processed"),
  ],
  azurerm_public_ip: () => [hourly("public-ip/standard")],
  azurerm_redis_cache: (body) => {
    const parts = ["sku_name", "family", "capacity"].map((key) => body.told(key));
    return [hourly(parts.includes(undefined) ? undefined : `redis/${parts.join("-")}`)];
  },
  azurerm_storage_account: () => [byUse("storage", "GiB-month and 10,000 operations")],
};

/** The control plane, the gateway that its add-on makes, and the load balancer that its nodes go out through. */
function cluster(body: Cursor): Billed[] {
  const tier = body.at("sku_tier").present ? body.told("sku_tier") : "Free";
  const outbound = body.at("network_profile").told("outbound_type") ?? "loadBalancer";
  return [
    hourly(sized("aks", tier?.toLowerCase())),
    ...(body.at("ingress_application_gateway").present ? gateway("Standard_v2") : []),
    ...(outbound === "loadBalancer" ? [hourly("load-balancer/standard"), hourly("public-ip/standard")] : []),
  ];
}

function gateway(size: string | undefined): Billed[] {
  return [hourly(sized("application-gateway", size)), byUse("application-gateway/capacity", "capacity unit")];
}

/** A standby is billed as the server itself is, and so is its storage. */
function flexibleServer(body: Cursor, engine: string, sizeGiB: number | undefined): Billed[] {
  const copies = body.at("high_availability").present ? 2 : 1;
  return [
    hourly(sized(engine, body.told("sku_name")), copies),
    billed("GiB-month", `${engine}/storage`, times(sizeGiB, copies)),
  ];
}

function disk(body: Cursor): Billed[] {
  const os = body.at("os_disk");
  return [billed("GiB-month", sized("disk", os.told("storage_account_type")), amount(os, "disk_size_gb"))];
}

/** How many there are where a switch doubles something. */
function flag(body: Cursor, key: string, absent: boolean, on: number): number | undefined {
  const text = body.at(key).present ? body.told(key) : String(absent);
  return text === undefined ? undefined : text === "true" ? on : 1;
}
