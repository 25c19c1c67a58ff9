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

/** `db-custom-2-7680`: cores and MiB. */
const CUSTOM = /^db-custom-(\d+)-(\d+)$/;

/** Largest size in GiB of each capacity tier of Memorystore; above all of them it is M5. */
const CAPACITY_TIERS = [
  ["M1", 4],
  ["M2", 10],
  ["M3", 35],
  ["M4", 100],
] as const;

/** What Google Cloud bills for, nodes apart. */
export const GOOGLE_CHARGES: ChargeReaders = {
  google_artifact_registry_repository: () => [byUse("artifact-registry/storage", "GiB-month of images")],
  google_compute_address: (body) => address(body),
  google_compute_disk: (body) => [disk(body)],
  google_compute_instance: (body) => {
    const boot = body.at("boot_disk").at("initialize_params");
    return boot.present ? [disk(boot)] : [];
  },
  google_compute_forwarding_rule: () => [hourly("forwarding-rule")],
  google_compute_global_address: (body) => address(body),
  google_compute_global_forwarding_rule: () => [hourly("forwarding-rule")],
  google_compute_router_nat: () => [
    byUse("cloud-nat/vm", "hour of a machine"),
    byUse("cloud-nat/data", "GiB processed"),
  ],
  google_container_cluster: () => [hourly("gke/cluster")],
  google_dns_managed_zone: () => [monthly("dns/zone")],
  google_filestore_instance: (body) => [
    billed("GiB-month", sized("filestore", body.told("tier")), amount(body.at("file_shares"), "capacity_gb")),
  ],
  google_redis_instance: redis,
  google_secret_manager_secret_version: () => [monthly("secret-manager/version")],
  google_sql_database_instance: database,
  google_storage_bucket: () => [byUse("storage", "GiB-month and 10,000 operations")],
};

/** An internal address costs nothing. */
function address(body: Cursor): Billed[] {
  return body.told("address_type") === "INTERNAL" ? [] : [hourly("public-ip")];
}

/** The price of a GiB falls with the size of the whole, and holds the replica of the standard tier. */
function redis(body: Cursor): Billed[] {
  const tier = body.at("tier").present ? body.told("tier") : "BASIC";
  const sizeGiB = amount(body, "memory_size_gb");
  const name = tier && (tier === "BASIC" ? "basic" : "standard");
  if (name === undefined || sizeGiB === undefined) return [billed("GiB-hour", undefined, sizeGiB)];
  const [capacity] = CAPACITY_TIERS.find(([, most]) => sizeGiB <= most) ?? ["M5"];
  return [billed("GiB-hour", `memorystore/${name}/${capacity}`, sizeGiB)];
}

/** A custom size is billed by core and GiB; a standby doubles all of it. */
function database(body: Cursor): Billed[] {
  const settings = body.at("settings");
  const availability = settings.at("availability_type").present
    ? settings.told("availability_type")
    : "ZONAL";
  const copies = availability === undefined ? undefined : availability === "REGIONAL" ? 2 : 1;
  const disk = settings.at("disk_type").present ? settings.told("disk_type") : "PD_SSD";
  const storage = billed(
    "GiB-month",
    sized("sql", disk?.toLowerCase().replace("_", "-")),
    times(amount(settings, "disk_size", 10), copies),
  );
  const tier = settings.told("tier");
  const [, cores, mebibytes] = CUSTOM.exec(tier ?? "") ?? [];
  if (cores === undefined || mebibytes === undefined) return [hourly(sized("sql", tier), copies), storage];
  return [
    billed("vCPU-hour", "sql/vcpu", times(Number(cores), copies)),
    billed("GiB-hour", "sql/memory", times(Number(mebibytes) / 1024, copies)),
    storage,
  ];
}

function disk(body: Cursor): Billed {
  return billed("GiB-month", sized("disk", body.told("type") ?? "pd-standard"), amount(body, "size"));
}
