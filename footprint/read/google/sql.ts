import type { Exposure, Store } from "../../model";
import { amount, billed, blocks, sized, textOr, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { entryPoint } from "../terraform/entry-point";
import { head, isOn } from "../terraform/stores";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";
import { isObject, own } from "../text/value";
import { engine } from "./engine";

/** `db-custom-2-7680`: cores and MiB. */
const CUSTOM = /^db-custom-(\d+)-(\d+)$/;

/** Google Cloud SQL. */
export const SQL: TerraformTypes = {
  google_sql_database_instance: { store, exposures, charges },
  ...ignored(
    "database or user of an instance",
    "google_sql_database",
    "google_sql_ssl_cert",
    "google_sql_user",
  ),
};

/** A regional instance has a standby in another zone. */
function store(body: Cursor): Store {
  const settings = body.at("settings");
  const availability = settings.at("availability_type").present
    ? settings.required("availability_type", "availability")
    : "ZONAL";
  const regional = availability === undefined ? undefined : availability === "REGIONAL";
  return {
    ...head(body, ["name"], engine(body.required("database_version", "engine version"), "sql")),
    size: settings.required("tier", "size"),
    sizeGiB: settings.number("disk_size", "size"),
    copies: regional === undefined ? undefined : Number(regional) + 1,
    survivesRestart: true,
    survivesNodeLoss: regional,
    protection: {
      deletion: isOn(body, "deletion_protection", true),
      backupDays: backups(settings),
      // Always, with a key of the service unless another is named.
      encrypted: true,
    },
  };
}

/** Seven daily backups are kept, unless another number is set. */
function backups(settings: Cursor): number | undefined {
  const configuration = settings.at("backup_configuration");
  const on = isOn(configuration, "enabled");
  if (on !== true) return on === false ? 0 : undefined;
  return amount(configuration.at("backup_retention_settings"), "retained_backups", 7);
}

/** One with a public address that lets everybody in is an entry point. */
function exposures(body: Cursor): Exposure[] {
  const network = body.at("settings").at("ip_configuration");
  const open = blocks(network, "authorized_networks").some(({ value }) => isEveryone(value));
  return isOn(network, "ipv4_enabled", true) === true && open
    ? [entryPoint(body, "Google Cloud SQL address")]
    : [];
}

function isEveryone(network: unknown): boolean {
  return isObject(network) && own(network, "value") === "0.0.0.0/0";
}

/** A custom size is charged by core and GiB; a standby doubles all of it. */
function charges(body: Cursor): Billed[] {
  const settings = body.at("settings");
  const availability = textOr(settings, "availability_type", "ZONAL");
  const copies = availability === undefined ? undefined : availability === "REGIONAL" ? 2 : 1;
  const disk = textOr(settings, "disk_type", "PD_SSD");
  const storage = billed(
    "GiB-month",
    sized("sql", disk?.toLowerCase().replace("_", "-")),
    times(amount(settings, "disk_size", 10), copies),
  );
  const tier = settings.optional("tier");
  const [, cores, mebibytes] = CUSTOM.exec(tier ?? "") ?? [];
  if (cores === undefined || mebibytes === undefined)
    return [
      billed(
        "hour",
        sized(copies === 2 ? "sql/regional" : "sql", tier),
        copies === undefined ? undefined : 1,
      ),
      storage,
    ];
  return [
    billed("vCPU-hour", "sql/vcpu", times(Number(cores), copies)),
    billed("GiB-hour", "sql/memory", times(Number(mebibytes) / 1024, copies)),
    storage,
  ];
}
